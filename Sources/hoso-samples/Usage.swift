/// Thrown for a command line that means nothing.
struct Usage: Error, CustomStringConvertible {
  let description = """
    usage: hoso-samples make DIR     the sample dossiers and expected.tsv, afresh, into DIR (samples/ of a clone)
           hoso-samples forms DIR    an example of each printed form, as PDF
    """
}
