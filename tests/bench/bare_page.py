"""The baseline: the least that a Streamlit page can be."""

import streamlit as st

st.write("A bare page.")
