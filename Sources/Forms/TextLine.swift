/// One line of a text block, in the canvas's units from the block's upper left corner.
package struct TextLine: Sendable {
  let index: Int
  package let x: Double
  package let top: Double
  package let baseline: Double
  package let width: Double
  package let height: Double
}
