using Archiet.Draft.Server;

namespace Archiet.Draft.Tests.Wire.Kit;

/// <summary>A small document, and what a good model says about it.</summary>
internal static class GoodAnswers
{
    public const string Document = """
        # Orders

        A shop takes orders. An order has a number and a total in euros.

        - A manager sees all orders.
        - An order is open until a manager closes it.
        """;

    public static string For(ServerRequest request) => request.Asks switch
    {
        "roles+entities" => $$"""
            {
              "roles": [{ "name": "manager", "description": "Sees all orders.", "basis": "stated", "evidence": ["{{request.IdOf("sees all")}}"] }],
              "entities": [
                { "name": "shop", "description": "Takes orders.", "aliases": [], "tenant": "yes", "member": "no", "basis": "implied", "evidence": ["{{request.IdOf("takes orders")}}"] },
                { "name": "order", "description": "What a shop takes.", "aliases": [], "tenant": "no", "member": "no", "basis": "stated", "evidence": ["{{request.IdOf("takes orders")}}"] }
              ]
            }
            """,
        "fields" => $$"""
            {
              "fields": [
                { "entity": "order", "name": "number", "type": "int", "required": "yes", "unique": "yes", "max": "", "values": [], "classification": "none", "description": "", "basis": "stated", "evidence": ["{{request.IdOf("has a number")}}"] },
                { "entity": "order", "name": "total", "type": "decimal", "required": "unknown", "unique": "no", "max": "", "values": [], "classification": "financial", "description": "", "basis": "stated", "evidence": ["{{request.IdOf("has a number")}}"] }
              ]
            }
            """,
        "permissions" => $$"""
            { "permissions": [{ "role": "manager", "verb": "list", "entity": "order", "condition": "", "basis": "stated", "evidence": ["{{request.IdOf("sees all")}}"] }] }
            """,
        "rules+states+transitions" => $$"""
            {
              "rules": [],
              "states": [
                { "entity": "order", "field": "status", "state": "open", "initial": "yes", "basis": "stated", "evidence": ["{{request.IdOf("is open until")}}"] },
                { "entity": "order", "field": "status", "state": "closed", "initial": "no", "basis": "implied", "evidence": ["{{request.IdOf("is open until")}}"] }
              ],
              "transitions": [{ "entity": "order", "name": "close", "from": "open", "to": "closed", "role": "manager", "basis": "stated", "evidence": ["{{request.IdOf("is open until")}}"] }]
            }
            """,
        _ => Cassettes.Nothing(request),
    };
}
