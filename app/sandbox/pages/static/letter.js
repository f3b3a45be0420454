// A letter is shown whole: its frame takes the height of what it holds. Nothing runs inside.
(() => {
  "use strict";
  const frame = document.querySelector("iframe");
  const fit = () => {
    frame.style.blockSize = "0";
    // Between two documents, the frame holds none.
    frame.style.blockSize = `${frame.contentDocument?.documentElement?.scrollHeight ?? 0}px`;
  };
  frame.addEventListener("load", fit);
  addEventListener("resize", fit);
  if (frame.contentDocument?.readyState === "complete") fit();
})();
