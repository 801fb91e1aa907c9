using System.Text;
using Archiet.Genome;
using Archiet.Genome.Sources;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>The page that leads from sentences of a requirements document to what was emitted.</summary>
public sealed class TraceabilityTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Shop, namespace: Acme.Shop }
        tenancy: { tenant: Store }
        roles: { manager: Sees all. }
        enums: { Status: [open, paid] }
        values: { Place: { city: { type: text, required: true } } }
        entities:
          Store: { fields: { name: { type: string, max: 80, required: true } } }
          Tag: { fields: { name: { type: string, max: 80, required: true } } }
          Order:
            fields:
              total: { type: int, required: true }
              status: { type: Status }
              place: { type: Place }
              double: { type: long, computed: this.total * 2 }
              lines: { type: Line, owned: true }
              tags: { type: Tag, many: true }
            rules: { positive: { check: this.total > 0, message: Positive. } }
            lifecycle: { field: status, initial: open, transitions: { pay: { from: open, to: paid } } }
          Line: { fields: { amount: { type: int, required: true } } }
        capabilities:
          sell: { to: [manager], allow: { Order: [list, read, create, update, pay] }, run: [closeDay] }
        operations: { closeDay: {} }
        questions: { who: { ask: Who?, answer: The manager. } }

        """;

    private const string Sources = """
        sources: "1.0"
        document: docs/prd.md
        sha256: 00
        sentences:
          S0001: { line: 1, hash: a, text: "Orders | <b>all</b> [x](y) `c` *d*" }
          S0002: { line: 3, hash: b, text: A manager sees the total of an order. }
          S0003: { line: 5, hash: c, text: Pay. }
          S0004: { line: 7, hash: d, text: "We comply with the GDPR." }
          S0005: { line: 9, hash: e, text: Introduction }
          S0006: { line: 11, hash: f, text: Ask somebody. }
          S0007: { line: 13, hash: 1, text: Lines have amounts. }
        elements:
          Order.fields.total: [S0002]
          roles.manager: [S0002]
          Order: [S0001]
          Order.lifecycle.transitions.pay: [S0003]
          Order.rules.positive: [S0003]
          Order.fields.tags: [S0003]
          Order.fields.place: [S0003]
          Order.fields.lines: [S0007]
          Line.fields.amount: [S0007]
          enums.Status: [S0003]
          capabilities.sell.allow.Order: [S0002]
          operations.closeDay: [S0003]
          questions.who: [S0006]
          Order.fields.gone: [S0006]
        dismissed: { S0005: heading }
        compliance: { gdpr: { sentences: [S0004] } }

        """;

    private static readonly VerifyingTest[] Tests =
    [
        new("OrderTests.Total_is_right", "Order.fields.total"), new("OrderTests.Total_is_right", "Order.fields.total"), new("OrderTests.All", "Order"), new("OrderTests.Lost", "Order.fields.gone"),
    ];

    [Test]
    public void A_sentence_leads_to_elements_endpoints_tables_and_tests() => Assert.That(Write(Genome, Sources, Tests), Is.EqualTo("""
        # Traceability of Shop

        Made from the genome and what it knows of its sources; edits are lost. A test is named where it says which element it verifies.
        That an element comes from a sentence does not say that it does all that the sentence asks for.

        ## docs/prd.md

        Of 7 sentences: 4 lead to elements, 2 to nothing, 1 dismissed.

        | sentence | says | element | found in | tests |
        | --- | --- | --- | --- | --- |
        | S0001, line 1 | Orders \| &lt;b&gt;all&lt;/b&gt; \[x\](y) \`c\` \*d\* | `Order` | `/api/orders`, `orders` | `OrderTests.All`, `OrderTests.Lost`, `OrderTests.Total_is_right` |
        | S0002, line 3 | A manager sees the total of an order. | `Order.fields.total` | `/api/orders`, `orders.total` | `OrderTests.Total_is_right` |
        |  |  | `capabilities.sell.allow.Order` | `/api/orders`, `permissions.md` |  |
        |  |  | `roles.manager` | `permissions.md` |  |
        | S0003, line 5 | Pay. | `Order.fields.place` | `/api/orders`, `orders.place_city` |  |
        |  |  | `Order.fields.tags` | `/api/orders`, `/api/orders/{id}/tags`, `orders_tags` |  |
        |  |  | `Order.lifecycle.transitions.pay` | `POST /api/orders/{id}/pay` |  |
        |  |  | `Order.rules.positive` | `ck_orders_positive` |  |
        |  |  | `enums.Status` | `orders.status` |  |
        |  |  | `operations.closeDay` | `POST /api/operations/close-day` |  |
        | S0007, line 13 | Lines have amounts. | `Line.fields.amount` | `/api/orders`, `lines.amount` |  |
        |  |  | `Order.fields.lines` | `/api/orders`, `lines` |  |

        ### What nothing implements

        | sentence | says | noted for a later version of the language |
        | --- | --- | --- |
        | S0004, line 7 | We comply with the GDPR. | regime gdpr |
        | S0006, line 11 | Ask somebody. |  |

        ### What was dismissed

        | sentence | says | why |
        | --- | --- | --- |
        | S0005, line 9 | Introduction | heading |

        ## What no sentence asked for

        | element | found in | tests |
        | --- | --- | --- |
        | `Line` | `/api/orders`, `lines` |  |
        | `Order.fields.status` | `/api/orders`, `orders.status` |  |
        | `Order.fields.double` | `/api/orders` |  |
        | `Store` | `stores` |  |
        | `Store.fields.name` | `stores.name` |  |
        | `Tag` | `tags` |  |
        | `Tag.fields.name` | `tags.name` |  |

        ## Tests of what the genome does not have

        | test | element |
        | --- | --- |
        | `OrderTests.Lost` | `Order.fields.gone` |

        """));

    [Test]
    public void The_order_of_files_and_tests_and_their_line_ends_change_nothing()
    {
        var other = Write(Genome.Replace("\n", "\r\n", StringComparison.Ordinal), Sources.Replace("\n", "\r\n", StringComparison.Ordinal), [.. Tests.Reverse()]);

        Assert.That(other, Is.EqualTo(Write(Genome, Sources, Tests)));
        Assert.That(other, Does.Not.Contain("\r"));
    }

    [Test]
    public void A_long_sentence_is_cut_and_its_lines_are_one()
    {
        var page = Write(Genome, Sources.Replace("Pay.", "\"" + new string('x', 239) + "\\U0001F600\\n\\t" + new string('y', 99) + "\"", StringComparison.Ordinal), []);

        Assert.That(page, Does.Contain(new string('x', 239) + "\U0001F600\u2026 |"));
    }

    private static string Write(string genome, string sources, VerifyingTest[] tests)
    {
        GenomeFile[] files = [new("shop.genome.yaml", genome)];
        var compiled = GenomeFrontEnd.Compile(files);
        Assert.That(compiled.Diagnostics.Where(static found => found.Descriptor.Severity == Archiet.Genome.Diagnostics.GenomeSeverity.Error), Is.Empty);
        var paths = GenomePaths.Of(files);
        var read = SourcesReader.Read(new("shop.sources.yaml", sources), paths);
        Assert.That(read.Diagnostics.Select(static found => found.Descriptor.Id), Is.EqualTo(["ARC6004"]));
        return Encoding.UTF8.GetString(TraceabilityDocument.Write(Lowering.Lower(compiled.Genome!), paths, [read.Sources!], tests));
    }
}
