public import Dossiers

/// A file opened for reading: its type found by content, its structure checked, its pages ready to be rendered.
///
/// One kind of file is one conforming type; pages are counted from 1. Not Sendable: a document belongs to the thread
/// that opened it.
public protocol MediaDocument: AnyObject {
  var mediaType: MediaType { get }
  /// What is odd but readable; refusals are thrown instead.
  var warnings: [Problem] { get }
  var pages: [PageInfo] { get }

  /// The page's reference picture, or a smaller one: `longSideInPixels` caps the long side (decoders scale while
  /// decoding where they can). Throws a `MediaRefusal` on damage or when a budget would be exceeded.
  func renderGrey(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> GreyImage
  func renderColour(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> ColourImage
  /// The page's own text, empty where it has none; in reading order.
  func textLayer(page: Int) throws(MediaRefusal) -> [TextWord]
  /// Decodes the page without keeping its pixels, to find damage before anything is read from it: throws where the
  /// picture is unusable, returns warnings where only something beside the pixels is odd. Empty for PDF and XML, whose
  /// structure is checked on opening.
  func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem]
}
