namespace Archiet.Emit.Tests.Evolution;

/// <summary>Every change that the language can express.</summary>
internal static class EvolutionCases
{
    private const string One = EvolutionCase.One, Two = EvolutionCase.Two;
    private const string A = "'aaaaaaaa-0000-0000-0000-000000000001'", B = "'aaaaaaaa-0000-0000-0000-000000000002'";

    public static IEnumerable<EvolutionCase> All { get; } =
    [
        new(
            "nothing but a field of a kind each",
            "Note: { fields: { text: { type: string, max: 20, required: true } } }",
            """
            Note:
              fields:
                text: { type: string, max: 20, required: true }
                count: { type: int, required: true, default: 3 }
                flag: { type: bool, required: true, default: true }
                price: { type: "decimal(12,2)", min: 0 }
                size: { type: Size, default: small }
                data: { type: json }
                born: { type: date }
            """)
        {
            BesideAfter = "enums: { Size: [small, large] }",
            Rows = $"INSERT INTO notes (tenant_id, id, text) VALUES ({One}, {A}, 'a'), ({Two}, {B}, 'b')",
            Asks = "SELECT text || count || flag || size FROM notes ORDER BY text",
            Answers = ["a3truesmall", "b3truesmall"],
        },
        new(
            "an entity and its fields are called otherwise, with all that is called after them",
            """
            Person: { fields: { name: { type: string, max: 20, required: true } } }
            Order:
              unique: { perDay: [number, day] }
              indexes: { byDay: [day] }
              rules: { after: { check: this.day >= this.started, message: No. }, new: { check: this.started <= today(), message: No. } }
              fields:
                number: { type: string, max: 20, required: true, writeOnce: true }
                day: { type: date, required: true }
                started: { type: date, required: true }
                net: { type: "decimal(12,2)", required: true, min: 0 }
                gross: { type: "decimal(14,2)", computed: this.net + this.net, stored: true }
                buyer: { type: Person, required: true }
                tags: { type: Person, many: true }
            """,
            """
            Person: { fields: { name: { type: string, max: 20, required: true } } }
            Purchase:
              was: Order
              unique: { perDay: [number, on] }
              indexes: { byDay: [on] }
              rules: { after: { check: this.on >= this.started, message: No. }, new: { check: this.started <= today(), message: No. } }
              fields:
                number: { type: string, max: 20, required: true, writeOnce: true }
                on: { type: date, required: true, was: day }
                started: { type: date, required: true }
                amount: { type: "decimal(12,2)", required: true, min: 0, was: net }
                gross: { type: "decimal(14,2)", computed: this.amount + this.amount, stored: true }
                client: { type: Person, required: true, was: buyer }
                labels: { type: Person, many: true, was: tags }
            """)
        {
            Rows = $"""
                INSERT INTO persons (tenant_id, id, name) VALUES ({One}, {A}, 'p');
                INSERT INTO orders (tenant_id, id, number, day, started, net, buyer_id) VALUES ({One}, {B}, 'n', '2026-01-02', '2026-01-01', 5, {A});
                INSERT INTO orders_tags (tenant_id, order_id, person_id) VALUES ({One}, {B}, {A});
                """,
            Asks = """SELECT number || "on" || amount || gross || (SELECT count(*) FROM purchases_labels) FROM purchases JOIN persons ON persons.id = client_id""",
            Answers = ["n2026-01-025.0010.001"],
        },
        new(
            "what was optional is required",
            """Note: { rules: { said: { check: "this.text != 'never'", message: No. } }, fields: { text: { type: string, max: 20 }, count: { type: int } } }""",
            """Note: { rules: { said: { check: "this.text != 'never'", message: No. } }, fields: { text: { type: string, max: 20, required: true, default: none }, count: { type: int, required: true } } }""")
        {
            Rows = $"INSERT INTO notes (tenant_id, id, text, count) SELECT {One}, gen_random_uuid(), nullif(n % 3, 0)::text, n FROM generate_series(1, 30) n",
            Asks = "SELECT text || count(*) FROM notes GROUP BY text ORDER BY text",
            Answers = ["110", "210", "none10"],
        },
        new(
            "a new field is required and a step fills it",
            "Note: { fields: { text: { type: string, max: 20 } } }",
            "Note: { fields: { text: { type: string, max: 20 }, upper: { type: string, max: 20, required: true } } }")
        {
            Rows = $"INSERT INTO notes (tenant_id, id, text) VALUES ({One}, {A}, 'a'), ({Two}, {B}, 'b')",
            Step = "UPDATE notes SET upper = upper(text);",
            Asks = "SELECT upper FROM notes ORDER BY upper",
            Answers = ["A", "B"],
        },
        new(
            "types change",
            """
            Note:
              rules: { short: { check: "this.code != 'x'", message: No. } }
              unique: { code: { fields: [longer], where: "this.code != 'y'" } }
              fields:
                code: { type: string, max: 20 }
                longer: { type: string, max: 20 }
                free: { type: string, max: 20, min: 1 }
                shorter: { type: string, max: 20 }
                count: { type: int, default: 1 }
                price: { type: "decimal(8,2)" }
                twice: { type: "decimal(14,2)", computed: this.price + this.price, stored: true }
                number: { type: string, max: 20, default: "7" }
                moment: { type: date }
            """,
            """
            Note:
              rules: { short: { check: "this.code != 'x'", message: No. } }
              unique: { code: { fields: [longer], where: "this.code != 'y'" } }
              fields:
                code: { type: text }
                longer: { type: string, max: 40 }
                free: { type: text, min: 1 }
                shorter: { type: string, max: 10 }
                count: { type: long, default: 1 }
                price: { type: "decimal(12,4)" }
                twice: { type: "decimal(16,4)", computed: this.price + this.price, stored: true }
                number: { type: int, default: 8 }
                moment: { type: timestamp }
            """)
        {
            Rows = $"INSERT INTO notes (tenant_id, id, code, longer, free, shorter, count, price, moment) VALUES ({One}, {A}, 'c', 'l', 'f', 's', 2, 1.5, '2026-01-02')",
            Asks = "SELECT code || longer || free || shorter || count || price || twice || number FROM notes",
            Answers = ["clfs21.50003.00007"],
        },
        new(
            "members of an enum come, go and are called otherwise, in a lifecycle too",
            """
            Job:
              lifecycle: { field: stage, initial: todo, transitions: { begin: { from: todo, to: doing }, end: { from: doing, to: done } } }
              unique: { open: { fields: [text], where: "this.stage != 'done'" } }
              fields: { text: { type: string, max: 20 }, stage: { type: Stage }, last: { type: Stage, default: todo }, kind: { type: Kind, default: odd } }
            """,
            """
            Job:
              lifecycle: { field: stage, initial: open, transitions: { begin: { from: open, to: doing }, end: { from: doing, to: closed } } }
              unique: { open: { fields: [text], where: "this.stage != 'closed'" } }
              fields: { text: { type: string, max: 20 }, stage: { type: Stage }, last: { type: Stage, default: open }, kind: { type: Kind, default: strange } }
            """)
        {
            BesideBefore = "enums: { Stage: [todo, doing, done], Kind: [plain, odd, rare] }",
            BesideAfter = "enums: { Stage: { members: { open: { was: todo }, doing: { description: Now. }, closed: { was: done } } }, Kind: { members: { plain: { description: So. }, strange: { was: odd }, fresh: { description: New. } } } }",
            Rows = $"""
                INSERT INTO jobs (tenant_id, id, text, stage) SELECT {One}, gen_random_uuid(), n::text, 'todo' FROM generate_series(1, 4) n;
                UPDATE jobs SET stage = 'doing' WHERE text = '1';
                """,
            Asks = "SELECT stage || last || kind || count(*) FROM jobs GROUP BY stage, last, kind ORDER BY stage",
            Answers = ["doingopenstrange1", "openopenstrange3"],
        },
        new(
            "indexes, checks, references and exclusions come",
            """
            Room: { fields: { name: { type: string, max: 20, required: true } } }
            Stay: { fields: { name: { type: string, max: 20, required: true }, from: { type: date, required: true }, to: { type: date, required: true }, count: { type: int } } }
            """,
            """
            Room: { softDelete: true, unique: { name: [name] }, fields: { name: { type: string, max: 20, required: true } } }
            Stay:
              list: { sort: [name], filter: [count] }
              order: [-from, name]
              unique: { name: [name] }
              indexes: { byCount: [count, from] }
              rules: { forward: { check: this.to >= this.from, message: No. }, oneAtATime: { noOverlap: { key: [room], from: from, to: to }, message: No. } }
              fields:
                name: { type: string, max: 20, required: true }
                from: { type: date, required: true }
                to: { type: date, required: true }
                count: { type: int, min: 0, max: 9 }
                room: { type: Room, onDelete: setNull }
            """)
        {
            Rows = $"INSERT INTO stays (tenant_id, id, name, \"from\", \"to\", count) VALUES ({One}, {A}, 's', '2026-01-01', '2026-01-02', 1)",
            Asks = "SELECT name || count FROM stays",
            Answers = ["s1"],
        },
        new(
            "all of it goes",
            """
            Room: { softDelete: true, unique: { name: [name] }, fields: { name: { type: string, max: 20, required: true } } }
            Gone: { fields: { stay: { type: Stay, required: true }, at: { type: timestamp, onCreate: now(), required: true } } }
            Stay:
              list: { sort: [name], filter: [count] }
              unique: { name: [name] }
              rules: { oneAtATime: { noOverlap: { key: [room], from: from, to: to }, message: No. }, forward: { check: this.to >= this.from, message: No. }, early: { check: this.from >= today(), message: No. } }
              fields:
                name: { type: string, max: 20, required: true }
                from: { type: date, required: true }
                to: { type: date, required: true }
                count: { type: int, min: 0, max: 9 }
                days: { type: int, computed: this.count + this.count, stored: true }
                room: { type: Room, onDelete: setNull }
                guests: { type: Room, many: true }
            """,
            """
            Room: { fields: { name: { type: string, max: 20, required: true } } }
            Stay: { fields: { name: { type: string, max: 20, required: true }, from: { type: date, required: true } } }
            """)
        {
            // A date that comes back when the change is undone is the first of 1970: the rule about both holds of these rows then too.
            Rows = $"SET session_replication_role = replica; INSERT INTO stays (tenant_id, id, name, \"from\", \"to\", count) VALUES ({One}, {A}, 's', '1960-01-01', '1960-01-02', 1)",
            Asks = "SELECT name FROM stays",
            Answers = ["s"],
        },
        new(
            "owned rows come with their order, and their owner is called otherwise",
            """
            Order:
              rules: { some: { check: size(this.lines) <= 9, message: No. } }
              fields: { code: { type: string, max: 20 }, lines: { type: OrderLine, owned: true, min: 1 } }
            OrderLine: { unique: { place: [place] }, fields: { place: { type: int, required: true } } }
            """,
            """
            Purchase:
              was: Order
              rules: { some: { check: size(this.lines) <= 8, message: No. } }
              fields: { code: { type: string, max: 30 }, lines: { type: OrderLine, owned: true, min: 1 } }
            OrderLine: { unique: { place: [place], text: [text] }, fields: { place: { type: int, required: true }, text: { type: string, max: 9 } } }
            """)
        {
            Rows = $"""
                BEGIN;
                INSERT INTO orders (tenant_id, id, code) VALUES ({One}, {A}, 'o');
                INSERT INTO order_lines (tenant_id, id, order_id, place) VALUES ({One}, {B}, {A}, 1);
                COMMIT;
                """,
            Asks = "SELECT code || place FROM purchases JOIN order_lines ON purchase_id = purchases.id",
            Answers = ["o1"],
        },
        new(
            "values come, change and go",
            "Place: { fields: { name: { type: string, max: 9 }, address: { type: Address }, old: { type: Address } } }",
            "Place: { fields: { name: { type: string, max: 9 }, home: { type: Address, was: address }, work: { type: Address } } }")
        {
            BesideBefore = "values: { Address: { fields: { street: { type: string, max: 20, required: true }, city: { type: string, max: 20 } } } }",
            BesideAfter = "values: { Address: { fields: { road: { type: string, max: 20, required: true, was: street }, zip: { type: string, max: 9 } } } }",
            Rows = $"INSERT INTO places (tenant_id, id, name, address_street, address_city) VALUES ({One}, {A}, 'p', 's', 'c')",
            Asks = "SELECT name || home_road FROM places",
            Answers = ["ps"],
        },
        new(
            "seed rows come and change",
            "Colour: { fields: { name: { type: string, max: 20, required: true }, rank: { type: int, default: 0 }, made: { type: timestamp, onCreate: now() } } }",
            "Colour: { fields: { title: { type: string, max: 20, required: true, was: name }, rank: { type: int, default: 0 }, made: { type: timestamp, onCreate: now() } } }")
        {
            BesideBefore = "seed: { Colour: { red: { name: Red }, blue: { name: Blue, rank: 1 } } }",
            BesideAfter = "seed: { Colour: { red: { title: Rouge }, blue: { title: Blue, rank: 1 }, green: { title: '$1 Green' } } }",
            Rows = "UPDATE colours SET rank = 7",
            Asks = "SELECT title || rank || count(*) FROM colours GROUP BY title, rank ORDER BY title",
            Answers = ["$1 Green02", "Blue72", "Rouge72"],
        },
        new(
            "a field goes and another takes its name",
            "Note: { fields: { text: { type: string, max: 20, required: true, default: x }, other: { type: int, required: true } } }",
            "Note: { softDelete: true, fields: { other: { type: string, max: 20, retired: true }, text: { type: int, required: true, default: 1 } } }")
        {
            Rows = $"INSERT INTO notes (tenant_id, id, text, other) VALUES ({One}, {A}, '12', 3)",
            Asks = "SELECT text || other FROM notes",
            Answers = ["123"],
        },
        new(
            "names pass on: of entities, fields, parts of values, links and members",
            """
            Order: { indexes: { byDay: [day] }, fields: { day: { type: date, required: true }, due: { type: date }, place: { type: Place }, tags: { type: Bill, many: true }, stage: { type: Stage, default: todo } } }
            Bill: { unique: { number: [number] }, fields: { number: { type: string, max: 20, required: true, min: 1 }, holder: { type: Order, required: true } } }
            """,
            """
            Purchase: { was: Order, indexes: { byDay: [due] }, fields: { due: { type: date, required: true, was: day }, end: { type: date, was: due }, site: { type: Place, was: place }, marks: { type: Order, many: true, was: tags }, stage: { type: Stage, default: open } } }
            Order: { was: Bill, unique: { code: [holder] }, fields: { holder: { type: string, max: 20, required: true, min: 1, was: number }, purchase: { type: Purchase, required: true, was: holder } } }
            """)
        {
            BesideBefore = "enums: { Stage: [todo, open, done] }\nvalues: { Place: { street: { type: string, max: 20, required: true }, city: { type: string, max: 20 } } }",
            BesideAfter = "enums: { Stage: { members: { open: { was: todo }, doing: { was: open }, done: { description: Over. } } } }\nvalues: { Place: { city: { type: string, max: 20, required: true, was: street }, land: { type: string, max: 20, was: city } } }",
            Rows = $"""
                INSERT INTO orders (tenant_id, id, day, due, place_street, place_city, stage) VALUES ({One}, {A}, '2026-01-01', '2026-01-02', 's', 'c', 'todo'), ({Two}, {B}, '2026-01-03', NULL, NULL, NULL, 'open');
                INSERT INTO bills (tenant_id, id, number, holder_id) VALUES ({One}, {B}, 'n', {A});
                INSERT INTO orders_tags (tenant_id, order_id, bill_id) VALUES ({One}, {A}, {B});
                """,
            Asks = """SELECT concat(due, "end", site_city, site_land, stage, (SELECT holder || purchase_id FROM orders WHERE purchase_id = purchases.id), (SELECT count(*) FROM purchases_marks WHERE purchase_id = purchases.id)) FROM purchases ORDER BY due""",
            Answers = ["2026-01-012026-01-02scopennaaaaaaaa-0000-0000-0000-0000000000011", "2026-01-03doing0"],
        },
        new(
            "a step fills a new field outside of a transaction",
            "Note: { fields: { text: { type: string, max: 20 } } }",
            "Note: { fields: { text: { type: string, max: 20 }, upper: { type: string, max: 20, required: true } } }")
        {
            Rows = $"INSERT INTO notes (tenant_id, id, text) VALUES ({One}, {A}, 'a'), ({Two}, {B}, 'b')",
            Step = "-- no transaction\nDO $$ BEGIN UPDATE notes SET upper = upper(text) WHERE text = 'a'; COMMIT; UPDATE notes SET upper = upper(text) WHERE upper IS NULL; END $$;\n",
            Asks = "SELECT upper FROM notes ORDER BY upper",
            Answers = ["A", "B"],
        },
    ];
}
