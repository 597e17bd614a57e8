"""What can be wrong with rows and tables: problems, and remarks."""
