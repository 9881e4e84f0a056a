/// The codes of states and organisations in travel documents (ICAO 9303-3 5: ISO 3166-1 alpha-3 and its own).
enum MRZCountry {
  private static let codes: Set<String> = Set(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
    BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
    CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
    GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
    KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
    MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
    PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
    SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
    UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE D GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA
    XIM XCC XCE XCO XEC XPO XES XMP XOM XDC XXA XXB XXC XXX UTO
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Letters of OCR-B that recognition takes for each other.
  private static let lookAlikes: [Character: [Character]] = [
    "H": ["K", "M", "N"], "K": ["H", "X"], "M": ["H", "N"], "N": ["H", "M"], "C": ["G", "O"], "G": ["C", "O"],
    "O": ["Q", "D", "C"], "Q": ["O"], "D": ["O"], "E": ["F"], "F": ["E", "P"], "P": ["F"], "V": ["Y"], "Y": ["V"],
    "I": ["L", "T"], "L": ["I"], "T": ["I"], "B": ["R"], "R": ["B"], "U": ["V"], "X": ["K"],
  ]

  /// The code that `read` must be: itself when it exists, else the only one a single look-alike away; nil otherwise.
  static func settled(_ read: [UInt8]) -> [UInt8]? {
    let characters = read.map { Character(UnicodeScalar($0)) }
    func exists(_ code: [Character]) -> Bool { codes.contains(String(code.filter { $0 != "<" })) }
    if exists(characters) { return read }
    var found: Set<String> = []
    for place in characters.indices {
      for other in lookAlikes[characters[place]] ?? [] {
        var trial = characters
        trial[place] = other
        if exists(trial) { found.insert(String(trial)) }
      }
    }
    guard found.count == 1, let code = found.first else { return nil }
    return Array(code.utf8)
  }
}
