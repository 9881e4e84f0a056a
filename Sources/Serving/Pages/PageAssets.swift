/// The pages' style and their small script. Dark text on light, 4.5 : 1 and more everywhere (WCAG 2.2, 1.4.3).
enum PageAssets {
  static let style = """
    *{box-sizing:border-box}
    html{font:18px/1.55 system-ui,-apple-system,"Noto Sans","Segoe UI",Roboto,sans-serif;color:#1b1f24;background:#f4f5f7}
    body{margin:0;min-height:100vh;display:flex;flex-direction:column}
    header{display:flex;justify-content:space-between;gap:1rem;padding:.8rem 1rem;background:#8a1420;color:#fff}
    header a{color:#fff;text-decoration:none;font-weight:600}
    header a.switch{text-decoration:underline;font-weight:400}
    main{width:100%;max-width:38rem;margin:0 auto;padding:1rem;flex:1;overflow-wrap:anywhere}
    footer{padding:1rem;text-align:center;font-size:.85rem;color:#4a525c}
    h1{font-size:1.45rem;line-height:1.25;margin:.2rem 0 1rem}
    h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
    .label{margin:.5rem 0 0;color:#4a525c}
    .notice{padding:.9rem 1rem;border-left:.35rem solid #1f5fa8;background:#e7f0fa;font-weight:600}
    .notice.good{border-color:#1c7a3d;background:#e6f4ea}
    .notice.bad{border-color:#a3242f;background:#fbeaec}
    .genuine{color:#17633a;font-weight:600}
    form{background:#fff;border:1px solid #d5d9de;border-radius:.5rem;padding:1rem;margin:0 0 1rem}
    label{display:block;margin:.9rem 0 .3rem;font-weight:600}
    form>label:first-of-type{margin-top:0}
    input,select,button{font:inherit;width:100%;min-height:3rem;padding:.5rem .7rem;border:1px solid #717a85;border-radius:.4rem;background:#fff;color:inherit}
    input[type=file]{border-style:dashed}
    button,.button{display:block;margin-top:1rem;background:#8a1420;color:#fff;border:0;border-radius:.4rem;font-weight:600;text-align:center;padding:.75rem 1rem;text-decoration:none;cursor:pointer}
    .button.second{background:#fff;color:#8a1420;border:2px solid #8a1420}
    :focus-visible{outline:3px solid #1f5fa8;outline-offset:2px}
    .hint,small{color:#4a525c;font-size:.88rem}
    progress{width:100%;height:1.2rem;margin-top:1rem}
    .steps{list-style:none;padding:0;margin:.6rem 0}
    .steps li{padding:.35rem 0 .35rem 2rem;position:relative;color:#4a525c}
    .steps li::before{content:"";position:absolute;left:.3rem;top:.75rem;width:.8rem;height:.8rem;border:2px solid #717a85;border-radius:50%;background:#fff}
    .steps li.done{color:#1b1f24}.steps li.done::before{background:#1c7a3d;border-color:#1c7a3d}
    .steps li.now{color:#1b1f24;font-weight:600}.steps li.now::before{background:#1f5fa8;border-color:#1f5fa8}
    dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem;margin:1.2rem 0}
    dt{color:#4a525c}dd{margin:0}
    .remedies li{margin:.4rem 0}
    [hidden]{display:none}

    """

  /// Shows how far an upload is. Without it the form is sent as any form is.
  static let script = """
    document.querySelectorAll("form.upload").forEach(function (form) {
      form.addEventListener("submit", function (event) {
        if (!window.FormData || !window.XMLHttpRequest) return;
        event.preventDefault();
        var bar = form.querySelector("progress"), word = form.querySelector(".sending");
        var failed = form.querySelector(".failed"), button = form.querySelector("button");
        var data = new FormData(form), request = new XMLHttpRequest();
        bar.hidden = word.hidden = false; failed.hidden = true; button.disabled = true;
        function stop() { bar.hidden = word.hidden = true; failed.hidden = false; button.disabled = false; }
        request.upload.onprogress = function (step) {
          if (!step.lengthComputable) return;
          bar.value = 100 * step.loaded / step.total;
          word.textContent = Math.floor(bar.value) + " %";
        };
        request.onload = function () {
          if (request.status < 300 && request.responseURL) { location.assign(request.responseURL); return; }
          var page = new DOMParser().parseFromString(request.responseText, "text/html").querySelector(".notice");
          if (page) failed.textContent = page.textContent;
          stop();
        };
        request.onerror = request.onabort = stop;
        request.open("POST", form.action);
        request.send(data);
      });
    });

    """
}
