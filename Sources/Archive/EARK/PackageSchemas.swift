/// The XML schemas that lie in each information package.
enum PackageSchemas {
  static let all: [(name: String, text: String)] = [
    ("DILCISExtensionMETS.xsd", CSIPExtensionSchema.text), ("DILCISExtensionSIPMETS.xsd", SIPExtensionSchema.text),
    ("mets.xsd", METSSchema.text), ("xlink.xsd", XLinkSchema.text),
  ]
}
