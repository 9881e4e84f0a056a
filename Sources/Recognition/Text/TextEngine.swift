import CTesseract
public import Dossiers
import Foundation
public import Media

import func CLeptonica.setMsgSeverity

/// A warm Tesseract for one set of languages.
///
/// Loading a language costs some 100 ms, so an engine is made once and kept. It owns its C handle, and belongs to
/// the thread that made it. Expects `OMP_THREAD_LIMIT=1` in the environment: more threads only cost here.
public final class TextEngine {
  public let languages: [String]
  private let handle: OpaquePointer

  /// `dataPath` is the folder that holds `vie.traineddata`; nil takes the system's.
  public init(languages: [String], dataPath: String?) throws(TextEngineError) {
    // Leptonica comments on every odd box; 6 is its L_SEVERITY_NONE.
    _ = setMsgSeverity(6)
    guard let handle = TessBaseAPICreate() else {
      throw .languagesUnavailable(missing: languages, dataPath: dataPath)
    }
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    let code = TessBaseAPIInit2(handle, dataPath, languages.joined(separator: "+"), OEM_LSTM_ONLY)
    let missing = code == 0 ? Self.missing(languages, in: handle) : languages
    guard missing.isEmpty else {
      TessBaseAPIEnd(handle)
      TessBaseAPIDelete(handle)
      throw .languagesUnavailable(missing: missing, dataPath: dataPath)
    }
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    // Documents are dark on light: trying each doubtful line inverted doubles the time of bad pictures.
    TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
    // Nobody here asks for paragraphs: those that show by the lines' places alone are the cheaper ones.
    TessBaseAPISetVariable(handle, "paragraph_text_based", "0")
    // Of its two searches for letters of one width, the one that does not try every place to cut.
    TessBaseAPISetVariable(handle, "textord_fast_pitch_test", "1")
    self.languages = languages
    self.handle = handle
  }

  deinit {
    TessBaseAPIEnd(handle)
    TessBaseAPIDelete(handle)
  }

  /// Reads the whole picture. `whitelist` confines the characters, as for a machine-readable zone.
  public func recognise(
    _ image: GreyImage, mode: PageMode, whitelist: String? = nil, dotsPerInch: Int
  ) throws(TextEngineError) -> [RecognisedLine] {
    let whole = Box(x0: 0, y0: 0, x1: image.width, y1: image.height)
    return try recognise(image, regions: [whole], mode: mode, whitelist: whitelist, dotsPerInch: dotsPerInch)[0]
  }

  /// Reads several rectangles of one picture, which is handed over only once: a list of lines for each rectangle,
  /// in the picture's coordinates. A rectangle outside of the picture yields no lines.
  public func recognise(
    _ image: GreyImage, regions: [Box], mode: PageMode, whitelist: String? = nil, dotsPerInch: Int
  ) throws(TextEngineError) -> [[RecognisedLine]] {
    let sides = 1...32_767
    guard sides.contains(image.width), sides.contains(image.height) else {
      throw .pictureUnsuitable(width: image.width, height: image.height)
    }
    TessBaseAPISetPageSegMode(handle, TessPageSegMode(rawValue: UInt32(mode.rawValue)))
    TessBaseAPISetVariable(handle, "tessedit_char_whitelist", whitelist ?? "")
    image.pixels.withUnsafeBufferPointer { pixels in
      // The engine copies the pixels here; the pointer need not outlive the call.
      TessBaseAPISetImage(
        handle, pixels.baseAddress, Int32(image.width), Int32(image.height), 1, Int32(image.width))
    }
    TessBaseAPISetSourceResolution(handle, Int32(min(max(dotsPerInch, 70), 2400)))
    defer {
      TessBaseAPIClear(handle)
      // What it learnt from one document must not change how it reads the next.
      TessBaseAPIClearAdaptiveClassifier(handle)
    }

    var readings: [[RecognisedLine]] = []
    for region in regions {
      let x0 = max(0, region.x0)
      let y0 = max(0, region.y0)
      let x1 = min(image.width, region.x1)
      let y1 = min(image.height, region.y1)
      guard x1 - x0 >= 3, y1 - y0 >= 3 else {
        readings.append([])
        continue
      }
      TessBaseAPISetRectangle(handle, Int32(x0), Int32(y0), Int32(x1 - x0), Int32(y1 - y0))
      guard TessBaseAPIRecognize(handle, nil) == 0 else { throw .recognitionFailed }
      readings.append(try lines())
    }
    return readings
  }

  /// The engine's result, line by line.
  private func lines() throws(TextEngineError) -> [RecognisedLine] {
    var list: UnsafeMutablePointer<ctesseract_word>?
    let count = ctesseract_words(handle, &list)
    guard count >= 0 else { throw .recognitionFailed }
    defer { ctesseract_free_words(list, count) }
    var lines: [RecognisedLine] = []
    var words: [RecognisedWord] = []
    for found in UnsafeBufferPointer(start: list, count: Int(count)) {
      if found.begins_line != 0 {
        if let line = RecognisedLine(words: words) { lines.append(line) }
        words = []
      }
      if let word = RecognisedWord(found) { words.append(word) }
    }
    if let line = RecognisedLine(words: words) { lines.append(line) }
    return lines
  }

  /// The languages of `wanted` that did not load: Tesseract is content when one of several does.
  private static func missing(_ wanted: [String], in handle: OpaquePointer) -> [String] {
    guard let names = TessBaseAPIGetLoadedLanguagesAsVector(handle) else { return wanted }
    defer { TessDeleteTextArray(names) }
    var loaded: Set<String> = []
    var index = 0
    while let name = names[index] {
      loaded.insert(String(cString: name))
      index += 1
    }
    return wanted.filter { !loaded.contains($0) }
  }
}

extension RecognisedWord {
  /// Nil for what is no word: a picture's place, or letters that came to nothing.
  fileprivate init?(_ found: ctesseract_word) {
    guard let bytes = found.text, (found.right, found.bottom) != (0, 0) else { return nil }
    let text = String(cString: bytes).precomposedStringWithCanonicalMapping
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return nil }
    self.init(
      text: text, confidence: Double(min(max(found.confidence / 100, 0), 1)),
      box: Box(x0: Int(found.left), y0: Int(found.top), x1: Int(found.right), y1: Int(found.bottom)))
  }
}

extension RecognisedLine {
  /// The line around `words`; nil for none. Where the engine loses track of the letters of a word, it gives it the
  /// whole line's box: a word ends where the next one begins.
  init?(words: [RecognisedWord]) {
    guard let first = words.first else { return nil }
    let words = words.indices.map { index -> RecognisedWord in
      let (word, next) = (words[index], index + 1 < words.count ? words[index + 1].box.x0 : .max)
      guard next > word.box.x0, next < word.box.x1 else { return word }
      let box = Box(x0: word.box.x0, y0: word.box.y0, x1: next, y1: word.box.y1)
      return RecognisedWord(text: word.text, confidence: word.confidence, box: box)
    }
    var box = first.box
    for word in words.dropFirst() {
      box = Box(
        x0: min(box.x0, word.box.x0), y0: min(box.y0, word.box.y0), x1: max(box.x1, word.box.x1),
        y1: max(box.y1, word.box.y1))
    }
    self.init(words: words, box: box)
  }
}
