//! GraphML of networkx, igraph, yEd, Cytoscape: <http://graphml.graphdrawing.org/primer/graphml-primer.html>.

use super::{
    super::{Export, Format, Shape, nothing_beside, recognises_nothing, xml::XmlWriter},
    EDGE, Kind, NODE, Ties, edge_values, export, node_values,
};
use crate::model::Project;

pub(in crate::exchange) const FORMAT: Format = Format {
    name: "graphml",
    about: "GraphML, a graph for networkx, igraph, yEd, Cytoscape",
    carries: "entities with what is known of them, relations, which entities stand in one sentence",
    extension: "graphml",
    shape: Shape::OneFile,
    write: Some(write),
    read: None,
    recognises: recognises_nothing,
    beside: nothing_beside,
};

fn write(project: &Project) -> Export {
    export(project, "project.graphml", write_graph)
}

fn write_graph(project: &Project, ties: &Ties) -> (Vec<u8>, usize) {
    let mut xml = XmlWriter::new();
    let root = [
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
        ),
    ];
    xml.open("graphml", &root);
    key(&mut xml, "node", "label", "string");
    for (name, kind) in NODE {
        key(&mut xml, "node", name, kind.name());
    }
    key(&mut xml, "edge", "label", "string");
    key(&mut xml, "edge", "weight", "double");
    for (name, kind) in EDGE {
        key(&mut xml, "edge", name, kind.name());
    }
    xml.open("graph", &[("id", "project"), ("edgedefault", "directed")]);
    for entity in project.entities() {
        xml.open("node", &[("id", &entity.id.to_string())]);
        xml.words("data", &[("key", "node-label")], project.entity_name(entity.id));
        values(&mut xml, "node", NODE, &node_values(project, entity));
        xml.close();
    }
    for (place, tie) in ties.all.iter().enumerate() {
        let (id, from, to) = (format!("t{place}"), tie.from.to_string(), tie.to.to_string());
        xml.open("edge", &[("id", &id), ("source", &from), ("target", &to)]);
        xml.words("data", &[("key", "edge-label")], tie.kind);
        xml.words("data", &[("key", "edge-weight")], &format!("{}.0", tie.count));
        values(&mut xml, "edge", EDGE, &edge_values(tie));
        xml.close();
    }
    xml.finish()
}

fn key(xml: &mut XmlWriter, class: &str, name: &str, kind: &str) {
    let id = format!("{class}-{name}");
    xml.empty("key", &[("id", &id), ("for", class), ("attr.name", name), ("attr.type", kind)]);
}

fn values(xml: &mut XmlWriter, class: &str, attributes: &[(&str, Kind)], values: &[String]) {
    for ((name, _), value) in attributes.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        xml.words("data", &[("key", &format!("{class}-{name}"))], value);
    }
}
