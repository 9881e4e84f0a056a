/// A document from which some pages can be taken as a file of their own.
public protocol PageExtracting: MediaDocument {
  /// A file of the same kind that holds these pages alone, in this order, their pixels and text as they were. The same
  /// pages of the same file give the same bytes. `pages` must not be empty.
  func extracted(pages: [Int]) throws(MediaRefusal) -> [UInt8]
}
