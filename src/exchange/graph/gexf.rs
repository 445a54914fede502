//! GEXF 1.3 of Gephi: <https://gexf.net/schema.html>. Nodes have the colours of their labels, and grow with their mentions.

use super::{
    super::{Export, Format, Shape, nothing_beside, recognises_nothing, xml::XmlWriter},
    EDGE, Kind, NODE, Ties, edge_values, export, node_values,
};
use crate::model::{Entity, Project};

pub(in crate::exchange) const FORMAT: Format = Format {
    name: "gexf",
    about: "GEXF 1.3, a graph for Gephi",
    carries: "entities with what is known of them, relations, which entities stand in one sentence",
    extension: "gexf",
    shape: Shape::OneFile,
    write: Some(write),
    read: None,
    recognises: recognises_nothing,
    beside: nothing_beside,
};

fn write(project: &Project) -> Export {
    export(project, "project.gexf", write_graph)
}

fn write_graph(project: &Project, ties: &Ties) -> (Vec<u8>, usize) {
    let mut xml = XmlWriter::new();
    let root = [
        ("xmlns", "http://gexf.net/1.3"),
        ("xmlns:viz", "http://gexf.net/1.3/viz"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"),
        ("version", "1.3"),
    ];
    xml.open("gexf", &root);
    xml.open("meta", &[]);
    xml.words("creator", &[], "Dateline");
    xml.words("description", &[], "Entities of news articles and what ties them");
    xml.close();
    xml.open("graph", &[("defaultedgetype", "directed"), ("mode", "static")]);
    attributes(&mut xml, "node", NODE);
    attributes(&mut xml, "edge", EDGE);
    xml.open("nodes", &[]);
    project.entities().for_each(|entity| node(&mut xml, project, entity));
    xml.close();
    xml.open("edges", &[]);
    for (place, tie) in ties.all.iter().enumerate() {
        let (id, from, to) = (place.to_string(), tie.from.to_string(), tie.to.to_string());
        let weight = format!("{}.0", tie.count);
        let edge = [
            ("id", id.as_str()),
            ("source", &from),
            ("target", &to),
            ("type", "directed"),
            ("kind", tie.kind),
            ("label", tie.kind),
            ("weight", &weight),
        ];
        xml.open("edge", &edge);
        values(&mut xml, EDGE, &edge_values(tie));
        xml.close();
    }
    xml.finish()
}

fn attributes(xml: &mut XmlWriter, class: &str, attributes: &[(&str, Kind)]) {
    xml.open("attributes", &[("class", class)]);
    for (name, kind) in attributes {
        xml.empty("attribute", &[("id", name), ("title", name), ("type", gexf_name(*kind))]);
    }
    xml.close();
}

fn gexf_name(kind: Kind) -> &'static str {
    if kind == Kind::Number { "integer" } else { kind.name() }
}

fn node(xml: &mut XmlWriter, project: &Project, entity: &Entity) {
    let id = entity.id.to_string();
    xml.open("node", &[("id", &id), ("label", project.entity_name(entity.id))]);
    values(xml, NODE, &node_values(project, entity));
    if let Some(label) = project.schema().get(entity.label) {
        let [red, green, blue] =
            [label.colour.red, label.colour.green, label.colour.blue].map(|part| part.to_string());
        xml.empty("viz:color", &[("r", &red), ("g", &green), ("b", &blue)]);
    }
    let mentions = project.mentions_of_entity(entity.id).count();
    let size = format!("{:.2}", 4.0 + 3.0 * (mentions as f64).sqrt());
    xml.empty("viz:size", &[("value", &size)]);
    xml.close();
}

fn values(xml: &mut XmlWriter, attributes: &[(&str, Kind)], values: &[String]) {
    xml.open("attvalues", &[]);
    for ((name, _), value) in attributes.iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        xml.empty("attvalue", &[("for", name), ("value", value)]);
    }
    xml.close();
}
