// swift-format-ignore-file

/// METS 1.12 (Digital Library Federation, CC0 1.0), without its documentation, which is longer than itself.
enum METSSchema {
  static let text = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <xsd:schema xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.loc.gov/METS/" elementFormDefault="qualified" attributeFormDefault="unqualified">
        <xsd:import namespace="http://www.w3.org/1999/xlink" schemaLocation="http://www.loc.gov/standards/xlink/xlink.xsd"/>
        <xsd:element name="mets">
          <xsd:complexType>
            <xsd:complexContent>
              <xsd:extension base="metsType"/>
            </xsd:complexContent>
          </xsd:complexType>
        </xsd:element>
        <xsd:complexType name="metsType">
          <xsd:sequence>
            <xsd:element name="metsHdr" minOccurs="0">
              <xsd:complexType>
                <xsd:sequence>
                  <xsd:element name="agent" minOccurs="0" maxOccurs="unbounded">
                    <xsd:complexType>
                      <xsd:sequence>
                        <xsd:element name="name" type="xsd:string"/>
                        <xsd:element name="note" minOccurs="0" maxOccurs="unbounded">
                          <xsd:complexType>
                            <xsd:simpleContent>
                              <xsd:extension base="xsd:string">
                                <xsd:anyAttribute namespace="##other" processContents="lax"/>
                              </xsd:extension>
                            </xsd:simpleContent>
                          </xsd:complexType>
                        </xsd:element>
                      </xsd:sequence>
                      <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                      <xsd:attribute name="ROLE" use="required">
                        <xsd:simpleType>
                          <xsd:restriction base="xsd:string">
                            <xsd:enumeration value="CREATOR"/>
                            <xsd:enumeration value="EDITOR"/>
                            <xsd:enumeration value="ARCHIVIST"/>
                            <xsd:enumeration value="PRESERVATION"/>
                            <xsd:enumeration value="DISSEMINATOR"/>
                            <xsd:enumeration value="CUSTODIAN"/>
                            <xsd:enumeration value="IPOWNER"/>
                            <xsd:enumeration value="OTHER"/>
                          </xsd:restriction>
                        </xsd:simpleType>
                      </xsd:attribute>
                      <xsd:attribute name="OTHERROLE" type="xsd:string" use="optional"/>
                      <xsd:attribute name="TYPE" use="optional">
                        <xsd:simpleType>
                          <xsd:restriction base="xsd:string">
                            <xsd:enumeration value="INDIVIDUAL"/>
                            <xsd:enumeration value="ORGANIZATION"/>
                            <xsd:enumeration value="OTHER"/>
                          </xsd:restriction>
                        </xsd:simpleType>
                      </xsd:attribute>
                      <xsd:attribute name="OTHERTYPE" type="xsd:string" use="optional"/>
                    </xsd:complexType>
                  </xsd:element>
                  <xsd:element name="altRecordID" minOccurs="0" maxOccurs="unbounded">
                    <xsd:complexType>
                      <xsd:simpleContent>
                        <xsd:extension base="xsd:string">
                          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                          <xsd:attribute name="TYPE" type="xsd:string" use="optional"/>
                        </xsd:extension>
                      </xsd:simpleContent>
                    </xsd:complexType>
                  </xsd:element>
                  <xsd:element name="metsDocumentID" minOccurs="0">
                    <xsd:complexType>
                      <xsd:simpleContent>
                        <xsd:extension base="xsd:string">
                          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                          <xsd:attribute name="TYPE" type="xsd:string" use="optional"/>
                        </xsd:extension>
                      </xsd:simpleContent>
                    </xsd:complexType>
                  </xsd:element>
                </xsd:sequence>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
                <xsd:attribute name="CREATEDATE" type="xsd:dateTime" use="optional"/>
                <xsd:attribute name="LASTMODDATE" type="xsd:dateTime" use="optional"/>
                <xsd:attribute name="RECORDSTATUS" type="xsd:string" use="optional"/>
                <xsd:anyAttribute namespace="##other" processContents="lax"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="dmdSec" type="mdSecType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="amdSec" type="amdSecType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="fileSec" minOccurs="0">
              <xsd:complexType>
                <xsd:sequence>
                  <xsd:element name="fileGrp" maxOccurs="unbounded">
                    <xsd:complexType>
                      <xsd:complexContent>
                        <xsd:extension base="fileGrpType"/>
                      </xsd:complexContent>
                    </xsd:complexType>
                  </xsd:element>
                </xsd:sequence>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:anyAttribute namespace="##other" processContents="lax"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="structMap" type="structMapType" maxOccurs="unbounded"/>
            <xsd:element name="structLink" minOccurs="0">
              <xsd:complexType>
                <xsd:complexContent>
                  <xsd:extension base="structLinkType"/>
                </xsd:complexContent>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="behaviorSec" type="behaviorSecType" minOccurs="0" maxOccurs="unbounded"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="OBJID" type="xsd:string" use="optional"/>
          <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
          <xsd:attribute name="TYPE" type="xsd:string" use="optional"/>
          <xsd:attribute name="PROFILE" type="xsd:string" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="amdSecType">
          <xsd:sequence>
            <xsd:element name="techMD" type="mdSecType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="rightsMD" type="mdSecType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="sourceMD" type="mdSecType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="digiprovMD" type="mdSecType" minOccurs="0" maxOccurs="unbounded"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="fileGrpType">
          <xsd:choice>
            <xsd:element name="fileGrp" type="fileGrpType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="file" minOccurs="0" maxOccurs="unbounded" type="fileType"/>
          </xsd:choice>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="VERSDATE" type="xsd:dateTime" use="optional"/>
          <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="USE" type="xsd:string" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="structMapType">
          <xsd:sequence>
            <xsd:element name="div" type="divType"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="TYPE" type="xsd:string" use="optional"/>
          <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="divType">
          <xsd:sequence>
            <xsd:element name="mptr" minOccurs="0" maxOccurs="unbounded">
              <xsd:complexType>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attributeGroup ref="LOCATION"/>
                <xsd:attributeGroup ref="xlink:simpleLink"/>
                <xsd:attribute name="CONTENTIDS" type="URIs" use="optional"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="fptr" minOccurs="0" maxOccurs="unbounded">
              <xsd:complexType>
                <xsd:choice>
                  <xsd:element name="par" type="parType" minOccurs="0"/>
                  <xsd:element name="seq" type="seqType" minOccurs="0"/>
                  <xsd:element name="area" type="areaType" minOccurs="0"/>
                </xsd:choice>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attribute name="FILEID" type="xsd:IDREF" use="optional"/>
                <xsd:attribute name="CONTENTIDS" type="URIs" use="optional"/>
                <xsd:anyAttribute namespace="##other" processContents="lax"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="div" type="divType" minOccurs="0" maxOccurs="unbounded"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attributeGroup ref="ORDERLABELS"/>
          <xsd:attribute name="DMDID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="TYPE" type="xsd:string" use="optional"/>
          <xsd:attribute name="CONTENTIDS" type="URIs" use="optional"/>
          <xsd:attribute ref="xlink:label"/>
        </xsd:complexType>
        <xsd:complexType name="parType">
          <xsd:choice maxOccurs="unbounded">
            <xsd:element name="area" type="areaType" minOccurs="0"/>
            <xsd:element name="seq" type="seqType" minOccurs="0"/>
          </xsd:choice>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attributeGroup ref="ORDERLABELS"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="seqType">
          <xsd:choice maxOccurs="unbounded">
            <xsd:element name="area" type="areaType" minOccurs="0"/>
            <xsd:element name="par" type="parType" minOccurs="0"/>
          </xsd:choice>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attributeGroup ref="ORDERLABELS"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="areaType">
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="FILEID" type="xsd:IDREF" use="required"/>
          <xsd:attribute name="SHAPE" use="optional">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="RECT"/>
                <xsd:enumeration value="CIRCLE"/>
                <xsd:enumeration value="POLY"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
          <xsd:attribute name="COORDS" type="xsd:string" use="optional"/>
          <xsd:attribute name="BEGIN" type="xsd:string" use="optional"/>
          <xsd:attribute name="END" type="xsd:string" use="optional"/>
          <xsd:attribute name="BETYPE" use="optional">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="BYTE"/>
                <xsd:enumeration value="IDREF"/>
                <xsd:enumeration value="SMIL"/>
                <xsd:enumeration value="MIDI"/>
                <xsd:enumeration value="SMPTE-25"/>
                <xsd:enumeration value="SMPTE-24"/>
                <xsd:enumeration value="SMPTE-DF30"/>
                <xsd:enumeration value="SMPTE-NDF30"/>
                <xsd:enumeration value="SMPTE-DF29.97"/>
                <xsd:enumeration value="SMPTE-NDF29.97"/>
                <xsd:enumeration value="TIME"/>
                <xsd:enumeration value="TCF"/>
                <xsd:enumeration value="XPTR"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
          <xsd:attribute name="EXTENT" type="xsd:string" use="optional"/>
          <xsd:attribute name="EXTTYPE" use="optional">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="BYTE"/>
                <xsd:enumeration value="SMIL"/>
                <xsd:enumeration value="MIDI"/>
                <xsd:enumeration value="SMPTE-25"/>
                <xsd:enumeration value="SMPTE-24"/>
                <xsd:enumeration value="SMPTE-DF30"/>
                <xsd:enumeration value="SMPTE-NDF30"/>
                <xsd:enumeration value="SMPTE-DF29.97"/>
                <xsd:enumeration value="SMPTE-NDF29.97"/>
                <xsd:enumeration value="TIME"/>
                <xsd:enumeration value="TCF"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
          <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="CONTENTIDS" type="URIs" use="optional"/>
          <xsd:attributeGroup ref="ORDERLABELS"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="structLinkType">
          <xsd:choice maxOccurs="unbounded">
            <xsd:element name="smLink">
              <xsd:complexType>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attribute ref="xlink:arcrole" use="optional"/>
                <xsd:attribute ref="xlink:title" use="optional"/>
                <xsd:attribute ref="xlink:show" use="optional"/>
                <xsd:attribute ref="xlink:actuate" use="optional"/>
                <xsd:attribute ref="xlink:to" use="required"/>
                <xsd:attribute ref="xlink:from" use="required"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="smLinkGrp">
              <xsd:complexType>
                <xsd:sequence>
                  <xsd:element name="smLocatorLink" minOccurs="2" maxOccurs="unbounded">
                    <xsd:complexType>
                      <xsd:attribute name="ID" type="xsd:ID"/>
                      <xsd:attributeGroup ref="xlink:locatorLink"/>
                    </xsd:complexType>
                  </xsd:element>
                  <xsd:element name="smArcLink" minOccurs="1" maxOccurs="unbounded">
                    <xsd:complexType>
                      <xsd:attribute name="ID" type="xsd:ID"/>
                      <xsd:attributeGroup ref="xlink:arcLink"/>
                      <xsd:attribute name="ARCTYPE" type="xsd:string"/>
                      <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
                    </xsd:complexType>
                  </xsd:element>
                </xsd:sequence>
                <xsd:attribute name="ID" type="xsd:ID"/>
                <xsd:attribute name="ARCLINKORDER" default="unordered">
                  <xsd:simpleType>
                    <xsd:restriction base="xsd:string">
                      <xsd:enumeration value="ordered"/>
                      <xsd:enumeration value="unordered"/>
                    </xsd:restriction>
                  </xsd:simpleType>
                </xsd:attribute>
                <xsd:attributeGroup ref="xlink:extendedLink"/>
              </xsd:complexType>
            </xsd:element>
          </xsd:choice>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="behaviorSecType">
          <xsd:sequence>
            <xsd:element name="behaviorSec" type="behaviorSecType" minOccurs="0" maxOccurs="unbounded"/>
            <xsd:element name="behavior" type="behaviorType" minOccurs="0" maxOccurs="unbounded"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="CREATED" type="xsd:dateTime" use="optional"/>
          <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="behaviorType">
          <xsd:sequence>
            <xsd:element name="interfaceDef" type="objectType" minOccurs="0"/>
            <xsd:element name="mechanism" type="objectType"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="STRUCTID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="BTYPE" type="xsd:string" use="optional"/>
          <xsd:attribute name="CREATED" type="xsd:dateTime" use="optional"/>
          <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
          <xsd:attribute name="GROUPID" type="xsd:string" use="optional"/>
          <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
        </xsd:complexType>
        <xsd:complexType name="objectType">
          <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
          <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
          <xsd:attributeGroup ref="LOCATION"/>
          <xsd:attributeGroup ref="xlink:simpleLink"/>
        </xsd:complexType>
        <xsd:complexType name="mdSecType">
          <xsd:all>
            <xsd:element name="mdRef" minOccurs="0">
              <xsd:complexType>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attributeGroup ref="LOCATION"/>
                <xsd:attributeGroup ref="xlink:simpleLink"/>
                <xsd:attributeGroup ref="METADATA"/>
                <xsd:attributeGroup ref="FILECORE"/>
                <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
                <xsd:attribute name="XPTR" type="xsd:string" use="optional"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="mdWrap" minOccurs="0">
              <xsd:complexType>
                <xsd:choice>
                  <xsd:element name="binData" type="xsd:base64Binary" minOccurs="0"/>
                  <xsd:element name="xmlData" minOccurs="0">
                    <xsd:complexType>
                      <xsd:sequence>
                        <xsd:any namespace="##any" maxOccurs="unbounded" processContents="lax"/>
                      </xsd:sequence>
                    </xsd:complexType>
                  </xsd:element>
                </xsd:choice>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attributeGroup ref="METADATA"/>
                <xsd:attributeGroup ref="FILECORE"/>
                <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
              </xsd:complexType>
            </xsd:element>
          </xsd:all>
          <xsd:attribute name="ID" type="xsd:ID" use="required"/>
          <xsd:attribute name="GROUPID" type="xsd:string" use="optional"/>
          <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="CREATED" type="xsd:dateTime" use="optional"/>
          <xsd:attribute name="STATUS" type="xsd:string" use="optional"/>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:complexType name="fileType">
          <xsd:sequence>
            <xsd:element name="FLocat" minOccurs="0" maxOccurs="unbounded">
              <xsd:complexType>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attributeGroup ref="LOCATION"/>
                <xsd:attribute name="USE" type="xsd:string" use="optional"/>
                <xsd:attributeGroup ref="xlink:simpleLink"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="FContent" minOccurs="0">
              <xsd:complexType>
                <xsd:choice>
                  <xsd:element name="binData" type="xsd:base64Binary" minOccurs="0"/>
                  <xsd:element name="xmlData" minOccurs="0">
                    <xsd:complexType>
                      <xsd:sequence>
                        <xsd:any namespace="##any" maxOccurs="unbounded" processContents="lax"/>
                      </xsd:sequence>
                    </xsd:complexType>
                  </xsd:element>
                </xsd:choice>
                <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                <xsd:attribute name="USE" type="xsd:string" use="optional"/>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="stream" minOccurs="0" maxOccurs="unbounded">
              <xsd:complexType>
                <xsd:complexContent>
                  <xsd:restriction base="xsd:anyType">
                    <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                    <xsd:attribute name="streamType" type="xsd:string" use="optional"/>
                    <xsd:attribute name="OWNERID" type="xsd:string" use="optional"/>
                    <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
                    <xsd:attribute name="DMDID" type="xsd:IDREFS" use="optional"/>
                    <xsd:attribute name="BEGIN" type="xsd:string" use="optional"/>
                    <xsd:attribute name="END" type="xsd:string" use="optional"/>
                    <xsd:attribute name="BETYPE" use="optional">
                      <xsd:simpleType>
                        <xsd:restriction base="xsd:string">
                          <xsd:enumeration value="BYTE"/>
                        </xsd:restriction>
                      </xsd:simpleType>
                    </xsd:attribute>
                  </xsd:restriction>
                </xsd:complexContent>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="transformFile" minOccurs="0" maxOccurs="unbounded">
              <xsd:complexType>
                <xsd:complexContent>
                  <xsd:restriction base="xsd:anyType">
                    <xsd:attribute name="ID" type="xsd:ID" use="optional"/>
                    <xsd:attribute name="TRANSFORMTYPE" use="required">
                      <xsd:simpleType>
                        <xsd:restriction base="xsd:string">
                          <xsd:enumeration value="decompression"/>
                          <xsd:enumeration value="decryption"/>
                        </xsd:restriction>
                      </xsd:simpleType>
                    </xsd:attribute>
                    <xsd:attribute name="TRANSFORMALGORITHM" type="xsd:string" use="required"/>
                    <xsd:attribute name="TRANSFORMKEY" type="xsd:string" use="optional"/>
                    <xsd:attribute name="TRANSFORMBEHAVIOR" type="xsd:IDREF" use="optional"/>
                    <xsd:attribute name="TRANSFORMORDER" type="xsd:positiveInteger" use="required"/>
                  </xsd:restriction>
                </xsd:complexContent>
              </xsd:complexType>
            </xsd:element>
            <xsd:element name="file" type="fileType" minOccurs="0" maxOccurs="unbounded"/>
          </xsd:sequence>
          <xsd:attribute name="ID" type="xsd:ID" use="required"/>
          <xsd:attribute name="SEQ" type="xsd:int" use="optional"/>
          <xsd:attributeGroup ref="FILECORE"/>
          <xsd:attribute name="OWNERID" type="xsd:string" use="optional"/>
          <xsd:attribute name="ADMID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="DMDID" type="xsd:IDREFS" use="optional"/>
          <xsd:attribute name="GROUPID" type="xsd:string" use="optional"/>
          <xsd:attribute name="USE" type="xsd:string" use="optional"/>
          <xsd:attribute name="BEGIN" type="xsd:string" use="optional"/>
          <xsd:attribute name="END" type="xsd:string" use="optional"/>
          <xsd:attribute name="BETYPE" use="optional">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="BYTE"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
          <xsd:anyAttribute namespace="##other" processContents="lax"/>
        </xsd:complexType>
        <xsd:simpleType name="URIs">
          <xsd:list itemType="xsd:anyURI"/>
        </xsd:simpleType>
        <xsd:attributeGroup name="ORDERLABELS">
          <xsd:attribute name="ORDER" type="xsd:integer" use="optional"/>
          <xsd:attribute name="ORDERLABEL" type="xsd:string" use="optional"/>
          <xsd:attribute name="LABEL" type="xsd:string" use="optional"/>
        </xsd:attributeGroup>
        <xsd:attributeGroup name="METADATA">
          <xsd:attribute name="MDTYPE" use="required">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="MARC"/>
                <xsd:enumeration value="MODS"/>
                <xsd:enumeration value="EAD"/>
                <xsd:enumeration value="DC"/>
                <xsd:enumeration value="NISOIMG"/>
                <xsd:enumeration value="LC-AV"/>
                <xsd:enumeration value="VRA"/>
                <xsd:enumeration value="TEIHDR"/>
                <xsd:enumeration value="DDI"/>
                <xsd:enumeration value="FGDC"/>
                <xsd:enumeration value="LOM"/>
                <xsd:enumeration value="PREMIS"/>
                <xsd:enumeration value="PREMIS:OBJECT"/>
                <xsd:enumeration value="PREMIS:AGENT"/>
                <xsd:enumeration value="PREMIS:RIGHTS"/>
                <xsd:enumeration value="PREMIS:EVENT"/>
                <xsd:enumeration value="TEXTMD"/>
                <xsd:enumeration value="METSRIGHTS"/>
                <xsd:enumeration value="ISO 19115:2003 NAP"/>
                <xsd:enumeration value="EAC-CPF"/>
                <xsd:enumeration value="LIDO"/>
                <xsd:enumeration value="OTHER"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
          <xsd:attribute name="OTHERMDTYPE" type="xsd:string" use="optional"/>
          <xsd:attribute name="MDTYPEVERSION" type="xsd:string" use="optional"/>
        </xsd:attributeGroup>
        <xsd:attributeGroup name="LOCATION">
          <xsd:attribute name="LOCTYPE" use="required">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="ARK"/>
                <xsd:enumeration value="URN"/>
                <xsd:enumeration value="URL"/>
                <xsd:enumeration value="PURL"/>
                <xsd:enumeration value="HANDLE"/>
                <xsd:enumeration value="DOI"/>
                <xsd:enumeration value="OTHER"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
          <xsd:attribute name="OTHERLOCTYPE" type="xsd:string" use="optional"/>
        </xsd:attributeGroup>
        <xsd:attributeGroup name="FILECORE">
          <xsd:attribute name="MIMETYPE" type="xsd:string" use="optional"/>
          <xsd:attribute name="SIZE" type="xsd:long" use="optional"/>
          <xsd:attribute name="CREATED" type="xsd:dateTime" use="optional"/>
          <xsd:attribute name="CHECKSUM" type="xsd:string" use="optional"/>
          <xsd:attribute name="CHECKSUMTYPE" use="optional">
            <xsd:simpleType>
              <xsd:restriction base="xsd:string">
                <xsd:enumeration value="Adler-32"/>
                <xsd:enumeration value="CRC32"/>
                <xsd:enumeration value="HAVAL"/>
                <xsd:enumeration value="MD5"/>
                <xsd:enumeration value="MNP"/>
                <xsd:enumeration value="SHA-1"/>
                <xsd:enumeration value="SHA-256"/>
                <xsd:enumeration value="SHA-384"/>
                <xsd:enumeration value="SHA-512"/>
                <xsd:enumeration value="TIGER"/>
                <xsd:enumeration value="WHIRLPOOL"/>
              </xsd:restriction>
            </xsd:simpleType>
          </xsd:attribute>
        </xsd:attributeGroup>
      </xsd:schema>
      """#
}
