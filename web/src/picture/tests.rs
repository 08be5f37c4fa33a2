//! Tests of the pictures: what is drawn stands inside the frame, says what it shows, and nothing written in it becomes markup.

use proptest::prelude::*;

use super::*;

const WORDS: Words<'static> = Words {
    title: "Load <today>",
    description: "84 % & \"balance\"",
};

const BANDS: BandWords<'static> = BandWords {
    low: "low",
    balance: "balance",
    high: "high",
    over: "over",
    no_capacity: "no capacity",
};

const LIMITS: Limits = Limits {
    balance: 700_000,
    high: 1_000_000,
    over: 1_150_000,
};

fn gauge(value: Option<i64>, limits: Limits) -> Picture {
    let gauge = Gauge {
        words: WORDS,
        value,
        value_text: "84 %",
        band: Band::Balance,
        limits,
        limit_texts: ["70", "100", "115"],
        bands: BANDS,
        columns: ["Load", "Band"],
    };
    gauge.draw("g")
}

fn line(values: &[Option<i64>], limits: Limits) -> Picture {
    let point = |value: &Option<i64>| Point {
        short: "jan",
        name: "January",
        value: *value,
        value_text: "84 %",
        band: Band::High,
    };
    let points: Vec<_> = values.iter().map(point).collect();
    let line = Line {
        words: WORDS,
        points: &points,
        limits,
        bands: BANDS,
        columns: ["Month", "Load", "Band"],
    };
    line.draw("l")
}

fn sparkline(values: &[Option<i64>]) -> Picture {
    let points: Vec<_> = values.iter().map(|value| ("January", *value, "84 %")).collect();
    let sparkline = Sparkline {
        words: WORDS,
        points: &points,
        columns: ["Month", "Load"],
    };
    sparkline.draw("s")
}

fn histogram(counts: &[Option<u32>], name: &str) -> Picture {
    let bar = |count: &Option<u32>| Bar {
        name,
        count: *count,
        count_text: "3",
        band: Band::Over,
    };
    let bars: Vec<_> = counts.iter().map(bar).collect();
    let histogram = Histogram {
        words: WORDS,
        bars: &bars,
        columns: ["Load", "People"],
    };
    histogram.draw("h")
}

fn heat_map(rows: usize, columns: usize, cells: usize, text: &str) -> Picture {
    let cell = |place: usize| Cell {
        band: (!place.is_multiple_of(3)).then_some(Band::NoCapacity),
        text,
    };
    let cells: Vec<_> = (0..cells).map(cell).collect();
    let rows = vec![
        Row {
            name: text,
            cells: &cells
        };
        rows
    ];
    let columns = vec!["v 1"; columns];
    let map = HeatMap {
        words: WORDS,
        row_title: "Team",
        columns: &columns,
        rows: &rows,
    };
    map.draw("m")
}

/// Checks that a picture says what it is and that all its coordinates stand in its frame.
fn check(picture: &Picture) {
    let svg = &picture.svg;
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"), "{svg}");
    assert!(svg.contains("role=\"img\"") && svg.contains("aria-labelledby=\""), "{svg}");
    assert!(svg.contains("<title id=") && svg.contains("<desc id="), "{svg}");
    assert!(
        svg.contains("Load &lt;today&gt;") && svg.contains("84 % &amp; &quot;balance&quot;"),
        "{svg}"
    );
    assert!(
        !svg.contains("style=") && !svg.contains("NaN") && !svg.contains("inf"),
        "{svg}"
    );
    let (_, frame) = svg.split_once("viewBox=\"0 0 ").expect("a frame");
    let frame: Vec<f64> = frame
        .split('"')
        .next()
        .expect("its end")
        .split(' ')
        .map(|number| number.parse().expect("a number"))
        .collect();
    // The patterns have a frame of their own.
    let (_, body) = svg.split_once("</defs>").expect("patterns");
    for (attribute, most) in [("x", frame[0]), ("cx", frame[0]), ("y", frame[1]), ("cy", frame[1])] {
        for place in numbers(body, &format!(" {attribute}=\"")) {
            assert!(
                (0.0..=most).contains(&place),
                "{attribute} {place} is outside {frame:?}: {svg}"
            );
        }
    }
    let far_edges = [("x", "width", frame[0]), ("y", "height", frame[1])];
    for rectangle in body.split("<rect ").skip(1) {
        let rectangle = format!(" {}", rectangle.split('>').next().expect("its end"));
        for (start, length, most) in far_edges {
            let start = numbers(&rectangle, &format!(" {start}=\""));
            let length = numbers(&rectangle, &format!(" {length}=\""));
            assert!(start[0] + length[0] <= most + 0.2, "{rectangle} is outside {frame:?}");
        }
    }
    for path in body.split(" d=\"").skip(1) {
        let path = path.split('"').next().expect("its end");
        for pair in path.split(['M', 'L']).filter(|pair| !pair.is_empty() && !pair.contains('l')) {
            let (x, y) = pair.split_once(' ').expect("a pair");
            let (x, y): (f64, f64) = (x.parse().expect("x"), y.parse().expect("y"));
            assert!(
                (0.0..=frame[0]).contains(&x) && (0.0..=frame[1]).contains(&y),
                "{pair} in {path}"
            );
        }
    }
}

fn numbers(text: &str, before: &str) -> Vec<f64> {
    let value = |part: &str| part.split('"').next().and_then(|number| number.parse().ok());
    text.split(before)
        .skip(1)
        .map(|part| value(part).expect("a number"))
        .collect()
}

#[test]
fn a_picture_of_nothing_is_still_a_picture() {
    for picture in [
        gauge(None, LIMITS),
        line(&[], LIMITS),
        line(&[None, None], LIMITS),
        sparkline(&[]),
        sparkline(&[None]),
        histogram(&[], "80"),
        histogram(&[None, Some(0)], "80"),
        heat_map(0, 0, 0, ""),
        heat_map(3, 0, 2, "84"),
    ] {
        check(&picture);
    }
}

#[test]
fn what_is_written_in_a_picture_is_no_markup() {
    let attack = "<script>alert('1')</script>";
    for picture in [histogram(&[Some(3)], attack), heat_map(1, 1, 1, attack)] {
        check(&picture);
        assert!(!picture.svg.contains("<script") && picture.svg.contains("&lt;script&gt;"));
    }
}

#[test]
fn the_table_has_the_same_figures_as_the_picture() {
    let picture = line(&[Some(840_000), None], LIMITS);
    assert_eq!(picture.table.columns, ["Month", "Load", "Band"]);
    assert_eq!(picture.table.rows, vec![vec!["January", "84 %", "high"]; 2]);
    let map = heat_map(2, 3, 2, "84").table;
    assert_eq!(map.columns, ["Team", "v 1", "v 1", "v 1"]);
    assert_eq!(map.rows, vec![vec!["84", "84", "84", ""]; 2]);
}

#[test]
fn a_band_has_a_pattern_as_well_as_a_colour() {
    for (band, has_pattern) in [
        (Band::Low, true),
        (Band::Balance, false),
        (Band::High, true),
        (Band::Over, true),
        (Band::NoCapacity, true),
    ] {
        let mut drawing = Drawing::new("p");
        drawing.body.clear();
        drawing.band(band, 0.0, 0.0, 8.0, 8.0);
        assert!(drawing.body.contains(class(band)));
        assert_eq!(
            drawing.body.contains(&format!("url(#p-{})", class(band))),
            has_pattern,
            "{band:?}"
        );
    }
}

#[test]
fn a_missing_month_breaks_the_curve() {
    let picture = line(&[Some(1), Some(2), None, Some(3), Some(4)], LIMITS);
    let (_, path) = picture.svg.split_once("class=\"curve\" d=\"").expect("a curve");
    let path = path.split('"').next().expect("its end");
    assert_eq!((path.matches('M').count(), path.matches('L').count()), (2, 2), "{path}");
}

#[test]
fn the_bands_stand_side_by_side_up_to_the_end() {
    assert_eq!(
        LIMITS.stretches(1_500_000),
        [
            (Band::Low, 0, 700_000),
            (Band::Balance, 700_000, 1_000_000),
            (Band::High, 1_000_000, 1_150_000),
            (Band::Over, 1_150_000, 1_500_000),
        ]
    );
    let backwards = Limits {
        balance: 5,
        high: 3,
        over: 9,
    };
    assert_eq!(backwards.stretches(8), [(Band::Low, 0, 5), (Band::High, 5, 8)]);
    assert_eq!(LIMITS.stretches(-1), []);
}

prop_compose! {
    fn limits()(balance in any::<i64>(), high in any::<i64>(), over in any::<i64>()) -> Limits {
        Limits { balance, high, over }
    }
}

proptest! {
    #[test]
    fn every_picture_stays_in_its_frame(
        values in prop::collection::vec(any::<Option<i64>>(), 0..40),
        counts in prop::collection::vec(any::<Option<u32>>(), 0..40),
        odd in limits(),
        text in any::<String>(),
        (rows, columns, cells) in (0_usize..6, 0_usize..60, 0_usize..70),
    ) {
        for limits in [LIMITS, odd] {
            check(&gauge(values.first().copied().flatten(), limits));
            check(&line(&values, limits));
        }
        check(&sparkline(&values));
        check(&histogram(&counts, "80"));
        let map = heat_map(rows, columns, cells, "84");
        check(&map);
        prop_assert!(map.table.rows.iter().all(|row| row.len() == columns + 1));
        prop_assert!(!heat_map(1, 1, 1, &text).svg.contains("<script"));
    }
}
