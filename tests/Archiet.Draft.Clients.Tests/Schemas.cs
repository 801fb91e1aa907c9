namespace Archiet.Draft.Clients.Tests;

/// <summary>A schema within the subset that the server takes, and an answer to it.</summary>
internal static class Schemas
{
    public const string Schema = """
        {
          "type": "object",
          "properties": {
            "roles": {
              "type": "array",
              "items": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"], "additionalProperties": false }
            }
          },
          "required": ["roles"],
          "additionalProperties": false
        }
        """;

    public const string Answer = """{ "roles": [{ "name": "manager" }] }""";
}
