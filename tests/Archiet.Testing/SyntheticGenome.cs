using System.Globalization;
using System.Text;

namespace Archiet.Testing;

/// <summary>
/// A genome of any size in one file: every entity about 1.8 KB of YAML, 14 fields of the common kinds, a reference to the entity before it, a unique set,
/// an index and its grants. Entity names are zero-padded, so that their order in the file is also their ordinal order.
/// </summary>
public static class SyntheticGenome
{
    /// <summary>The path that the tests give to the file.</summary>
    public const string Path = "synthetic.genome.yaml";

    /// <summary>What every synthetic genome begins with.</summary>
    internal const string Start = """
        genome: "1.0"
        app: { name: Synthetic, namespace: Synthetic, description: As large as it takes., version: "1.0" }
        tenancy: { tenant: Company }
        roles: { owner: Runs the company., clerk: Keeps the records. }
        types:
          Code: { base: string, max: 20, pattern: '^[A-Z0-9-]{3,20}$', example: AB-1, description: A short code. }
        enums:
          Stage: [draft, open, held, closed]

        """;

    /// <summary>A genome of the tenant, the member and <paramref name="entities"/> ordinary entities.</summary>
    /// <param name="entities">How many ordinary entities.</param>
    /// <param name="edited">The number of an entity that is somewhat different, or -1 for none.</param>
    /// <param name="revision">In which way it is different: each number gives another text and another meaning.</param>
    public static string Text(int entities, int edited = -1, int revision = 0)
    {
        var yaml = new StringBuilder(Start).Append("""
            entities:
              Company:
                fields:
                  name: { type: string, max: 120, required: true, example: Example and Sons }
              Employee:
                member: true
                fields:
                  name: { type: string, max: 120, required: true, example: Kim Example }

            """);
        for (var number = 0; number < entities; number++)
        {
            AppendEntity(yaml, number, number == edited ? 200 + revision : 200);
        }
        yaml.Append("capabilities:\n  runTheCompany:\n    to: [owner]\n    allow:\n      Company: [list, read, update]\n      Employee: [list, read, create, update, delete]\n");
        for (var number = 0; number < entities; number++)
        {
            yaml.Append("      ").Append(EntityName(number)).Append(": [list, read, create, update, delete]\n");
        }
        yaml.Append("  keepRecords:\n    to: [clerk]\n    allow:\n");
        for (var number = 0; number < entities; number++)
        {
            yaml.Append("      ").Append(EntityName(number)).Append(": [list, read, update]\n");
        }
        return yaml.ToString();
    }

    /// <summary>The name of an ordinary entity.</summary>
    public static string EntityName(int number) => "Record" + number.ToString("D4", CultureInfo.InvariantCulture);

    private static void AppendEntity(StringBuilder yaml, int number, int nameLength)
    {
        var name = EntityName(number);
        var before = number == 0 ? "Employee" : EntityName(number - 1);
        yaml.Append(string.Create(CultureInfo.InvariantCulture, $$"""
              {{name}}:
                description: A record of kind {{number}}, as the company keeps it, with who is responsible for it and when it was last looked at.
                fields:
                  name: { type: string, min: 1, max: {{nameLength}}, required: true, description: What people call the record. }
                  code: { type: Code, required: true, description: What the other systems of the company call the record. }
                  note: { type: text, description: Whatever else someone should know before they work with the record. }
                  stage: { type: Stage, required: true, default: draft, description: How far the work on the record has come. }
                  active: { type: bool, required: true, default: true, description: Whether the record shows up in lists. }
                  quantity: { type: int, min: 0, max: 1000000, default: 0, description: How many there are in the store. }
                  amount: { type: "decimal(12,2)", min: 0, description: What they are worth in the company's currency. }
                  startsOn: { type: date, required: true, description: The first day on which the record is in force. }
                  endsOn: { type: date, description: The last day on which the record is in force. }
                  contact: { type: email, description: Whom to ask about the record. }
                  page: { type: url, description: Where to read more. }
                  parent: { type: {{before}}, onDelete: setNull, description: The record that this one continues. }
                  createdBy: { type: Employee, onCreate: user, onDelete: setNull, description: Who made the record. }
                  updatedAt: { type: timestamp, onUpdate: now(), description: When the record was last changed. }
                unique:
                  byCode: [code, startsOn]
                indexes:
                  byStage: [stage, startsOn]

            """));
    }
}
