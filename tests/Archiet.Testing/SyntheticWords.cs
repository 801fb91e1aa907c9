using System.Globalization;
using System.Text;

namespace Archiet.Testing;

/// <summary>
/// A genome of any size with the full words of the language: every entity about 1.8 KB of YAML with a mixin, rules, a partial unique set, a lifecycle, lists,
/// owned rows in every fourth, and grants with conditions and field lists. Several files, each as long as one may be at most.
/// </summary>
public static class SyntheticWords
{
    private const int EntitiesInAFile = 1000;

    private const string Head = SyntheticGenome.Start + """
        mixins:
          Audited:
            fields:
              createdBy: { type: Employee, onCreate: user, onDelete: setNull, description: Who made the record. }
              updatedAt: { type: timestamp, onUpdate: now(), description: When the record was last changed. }
        entities:
          Company: { fields: { name: { type: string, max: 120, required: true, example: Example and Sons } } }
          Employee: { member: true, fields: { name: { type: string, max: 120, required: true }, level: { type: int, required: true, default: 1 } } }

        """;

    /// <summary>The files of a genome of some entities, by name.</summary>
    /// <param name="entities">How many ordinary entities.</param>
    /// <param name="edited">The number of an entity that is somewhat different, or -1 for none.</param>
    public static IReadOnlyList<(string Name, string Text)> Files(int entities, int edited = -1)
    {
        var files = new List<(string Name, string Text)>();
        for (var first = 0; first < entities; first += EntitiesInAFile)
        {
            var yaml = new StringBuilder(first == 0 ? Head : "entities:\n");
            for (var number = first; number < Math.Min(entities, first + EntitiesInAFile); number++)
            {
                AppendEntity(yaml, number, number == edited ? 201 : 200);
            }
            files.Add((string.Create(CultureInfo.InvariantCulture, $"words{first:D5}.genome.yaml"), yaml.ToString()));
        }
        files.Add(("words.genome.yaml", Capabilities(entities)));
        return files;
    }

    private static string Capabilities(int entities)
    {
        var yaml = new StringBuilder("capabilities:\n  runTheCompany:\n    to: [owner]\n    allow:\n");
        for (var number = 0; number < entities; number++)
        {
            yaml.Append("      ").Append(SyntheticGenome.EntityName(number)).Append(": [list, read, create, update, delete, open, hold, close]\n");
        }
        yaml.Append("  keepRecords:\n    to: [clerk]\n    allow:\n");
        for (var number = 0; number < entities; number++)
        {
            yaml.Append("      ").Append(SyntheticGenome.EntityName(number)).Append(": { do: [list, read, update, open], where: this.createdBy == user, fields: { except: [amount] } }\n");
        }
        return yaml.ToString();
    }

    private static void AppendEntity(StringBuilder yaml, int number, int nameLength)
    {
        var name = SyntheticGenome.EntityName(number);
        var before = number == 0 ? "Employee" : SyntheticGenome.EntityName(number - 1);
        var condition = number == 0 ? "this.parent.level > 0" : "this.parent.quantity <= this.quantity";
        yaml.Append(string.Create(CultureInfo.InvariantCulture, $$"""
              {{name}}:
                description: A record of kind {{number}}, as the company keeps it.
                mixins: [Audited]
                display: name
                order: [-startsOn, name]
                list: { sort: [startsOn], filter: [stage, parent, startsOn] }
                fields:
                  name: { type: string, min: 1, max: {{nameLength}}, required: true, writeOnce: true, description: What people call the record. }
                  code: { type: Code, required: true, personal: true, description: What the other systems call the record. }
                  note: { type: text, description: Whatever else someone should know. }
                  stage: { type: Stage, description: How far the work on the record has come. }
                  active: { type: bool, required: true, default: true, description: Whether the record is in force. }
                  quantity: { type: int, required: true, default: 0, description: How many there are in the store. }
                  amount: { type: "decimal(12,2)", min: 0, financial: true, description: What they are worth. }
                  startsOn: { type: date, required: true, description: The first day on which the record is in force. }
                  endsOn: { type: date, description: The last day on which the record is in force. }
                  parent: { type: {{before}}, onDelete: setNull, description: The record that this one continues. }
                  twice: { type: long, computed: this.quantity * 2, stored: true }
                unique:
                  byCode: [code, startsOn]
                  oneActive: { fields: [parent, name], where: this.active, message: One of them is active. }
                rules:
                  endsLater: { check: this.endsOn >= this.startsOn, message: A record ends after it starts. }
                  grows: { check: {{condition}}, message: A record is no smaller than the one it continues. }
                lifecycle:
                  field: stage
                  initial: draft
                  transitions:
                    open: { from: draft, to: open, when: this.quantity > 0, message: There is nothing in it. }
                    hold: { from: open, to: held }
                    close: { from: [open, held], to: closed, sets: { endsOn: today() } }

            """));
    }
}
