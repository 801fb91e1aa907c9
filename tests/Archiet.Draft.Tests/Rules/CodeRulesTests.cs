namespace Archiet.Draft.Tests.Rules;

public sealed class CodeRulesTests
{
    private const string Sql = """
        ```sql
        CREATE TABLE IF NOT EXISTS public.customers (
          id uuid PRIMARY KEY,
          email varchar(120) NOT NULL UNIQUE, -- how to reach them
          notes text
        );
        create table "orders" (
          id uuid primary key,
          customer_id uuid not null references customers (id) on delete cascade,
          approved_by uuid,
          total numeric(10,2) not null check (total >= 0),
          foreign key (approved_by) references customers(id)
        );
        ```
        """;

    [Test]
    public void Tables_in_sql_are_entities()
    {
        Assert.That(Rule.Entities(Sql), Is.EqualTo(new[] { "Customer", "Order" }));
        Assert.That(Rule.Fields(Sql), Is.SupersetOf(new[] { "Customer.email: string! unique max 120", "Customer.notes: text?", "Order.total: decimal!" }));
        Assert.That(Rule.Relationships(Sql), Is.EqualTo(new[] { "Order OwnedBy Customer!", "Order Reference Customer as approved by" }));
    }

    [Test]
    public void Models_of_prisma_are_entities()
    {
        const string Text = "```prisma\nenum Status {\n  OPEN\n  PAID\n}\nmodel Order {\n  id String @id\n  number Int @unique\n  note String?\n  status Status\n  customerId String\n  customer Customer @relation(fields: [customerId], references: [id])\n}\nmodel Customer {\n  id String @id\n  orders Order[]\n}\n```";

        Assert.That(Rule.Entities(Text), Is.EqualTo(new[] { "Customer", "Order" }));
        Assert.That(Rule.Fields(Text), Is.EqualTo(new[] { "Order.number: int! unique", "Order.note: string?", "Order.status: enum! [OPEN PAID]" }));
        Assert.That(Rule.Relationships(Text), Is.EqualTo(new[] { "Order Reference Customer!" }));
    }

    [Test]
    public void Types_of_typescript_are_entities_but_for_those_of_calls()
    {
        const string Text = "```ts\nexport interface Order {\n  id: string;\n  placedAt: Date;\n  status: 'open' | 'paid';\n  note?: string;\n  customer: Customer;\n}\ninterface Customer {\n  name: string;\n}\ninterface OrderListProps {\n  color: string;\n}\n```";

        Assert.That(Rule.Entities(Text), Is.EqualTo(new[] { "Customer", "Order" }));
        Assert.That(Rule.Fields(Text), Is.EqualTo(new[] { "Order.placed At: date!", "Order.status: enum! [open paid]", "Order.note: string?", "Customer.name: string!" }));
        Assert.That(Rule.Relationships(Text), Is.EqualTo(new[] { "Order Reference Customer!" }));
    }

    [Test]
    public void Diagrams_of_entities_say_how_many()
    {
        const string Text = "```mermaid\nerDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER }o--o{ TAG : has\n  ORDER {\n    int number UK\n    date due\n  }\n```";

        Assert.That(Rule.Entities(Text), Is.EqualTo(new[] { "Customer", "Order", "Tag" }));
        Assert.That(Rule.Relationships(Text), Is.EqualTo(new[] { "Order Reference Customer!", "Order ManyToMany Tag?" }));
        Assert.That(Rule.Fields(Text), Is.EqualTo(new[] { "Order.number: int unique", "Order.due: date" }));
    }

    [Test]
    public void A_sample_in_json_is_a_list_of_what_the_line_above_names()
    {
        const string Text = "- Line items: `order_items` JSON array:\n  ```json\n  [{ \"description\": \"x\", \"quantity\": 2, \"unit_price\": 1.5, \"gift\": true, }]\n  ```";

        Assert.That(Rule.Fields(Text), Is.EqualTo(new[] { "Order Item.description: text", "Order Item.quantity: int", "Order Item.unit price: decimal", "Order Item.gift: bool" }));
    }

    [TestCase("```json\n[{ \"a\": 1, ...\n```")]
    [TestCase("```sql\nSELECT * FROM orders\n```")]
    [TestCase("```sql\nCREATE TABLE (\n```")]
    [TestCase("```ts\nconst x = 1;\n```")]
    public void Other_code_says_nothing(string text) => Assert.That(Rule.Items(text), Is.Empty);
}
