"""The offline copy as a package that a course site takes as it is.

SCORM 1.2, because Moodle and Canvas both take it without a plug-in, and because it asks nothing of
what is inside: no learner is tracked, and no script of the copy looks for a course site. The
manifest is that of the "ADL SCORM 1.2 Content Aggregation Model" with one item.
"""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from explainer.content.explainer import Explainer
from explainer.takeaway import handout

BEGAN = (1980, 1, 1, 0, 0, 0)
"""The same date in every package, so that equal content makes equal files."""
IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"


def package(explainer: Explainer) -> bytes:
    """The package as a .zip file: the manifest and the offline copy."""
    files = {
        "imsmanifest.xml": _manifest(explainer),
        "index.html": handout.page(explainer).encode(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, BEGAN), body, zipfile.ZIP_DEFLATED, 9)
    return held.getvalue()


def _manifest(explainer: Explainer) -> bytes:
    about = explainer.about
    ElementTree.register_namespace("", IMS)
    ElementTree.register_namespace("adlcp", ADL)
    root = ElementTree.Element(f"{{{IMS}}}manifest", identifier="explainer", version="1.0")
    metadata = ElementTree.SubElement(root, f"{{{IMS}}}metadata")
    for name, said in (("schema", "ADL SCORM"), ("schemaversion", "1.2")):
        ElementTree.SubElement(metadata, f"{{{IMS}}}{name}").text = said
    organizations = ElementTree.SubElement(root, f"{{{IMS}}}organizations", default="course")
    course = ElementTree.SubElement(organizations, f"{{{IMS}}}organization", identifier="course")
    ElementTree.SubElement(course, f"{{{IMS}}}title").text = about.title
    item = ElementTree.SubElement(
        course, f"{{{IMS}}}item", identifier="copy", identifierref="file", isvisible="true"
    )
    ElementTree.SubElement(item, f"{{{IMS}}}title").text = about.title
    resources = ElementTree.SubElement(root, f"{{{IMS}}}resources")
    resource = ElementTree.SubElement(
        resources,
        f"{{{IMS}}}resource",
        {
            "identifier": "file",
            "type": "webcontent",
            "href": "index.html",
            f"{{{ADL}}}scormtype": "asset",
        },
    )
    ElementTree.SubElement(resource, f"{{{IMS}}}file", href="index.html")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
