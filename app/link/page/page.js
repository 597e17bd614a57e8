// Sets what only the document can carry: language, direction and appearance.

export default function page({ parentElement, data }) {
  const root = document.documentElement;
  root.lang = data.language;
  root.dir = data.language === "ar" ? "rtl" : "ltr";
  root.dataset.appearance = appearanceOf(parentElement.querySelector(".page"));
}
