import Console

/// A progress bar whose title changes with what is being done.
final class UpkeepBar {
  private var title = ""
  private var bar: ProgressBar?

  func show(_ doing: String, _ done: Int, _ total: Int) {
    if doing != title || bar == nil {
      finish()
      title = doing
      bar = ProgressBar(title: doing, total: total)
    }
    bar?.set(done: done, total: total)
  }

  func finish() {
    bar?.finish()
    bar = nil
  }
}
