using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Fields;

/// <summary>What is only known when all fields are there: entities without any, amounts without a currency, words of fields that the front end refused.</summary>
internal static class FieldCompletion
{
    private const string UsualLength = "200";

    public static void Complete(EntityTable entities, FieldMerge fields, MergeDesk desk)
    {
        foreach (var entity in entities.All.Select(static stub => stub.Name))
        {
            var own = fields.Of(entity);
            // What leads to two others or more is known by them.
            if (entity == entities.Member || (!own.Exists(static field => !field.IsRelationship) && own.Count(static field => field is { IsRelationship: true, OnCreate.Length: 0, OnUpdate.Length: 0 }) < 2))
            {
                AddUsual(entity, entities, fields, desk);
            }
            for (var i = 0; i < own.Count; i++)
            {
                own[i] = Soften($"{entity}.fields.{own[i].Name}", own[i], desk);
            }
        }
        var all = entities.All.SelectMany(stub => fields.Of(stub.Name).Select(field => (stub.Name, field))).ToList();
        if (DocumentQuestions.AskAboutCurrency(all, desk))
        {
            foreach (var entity in all.Where(static field => FieldWords.IsMoney(field.field.Name)).Select(static field => field.Name).Distinct(StringComparer.Ordinal).ToList())
            {
                var name = fields.NamesOf(entity).Take("currency", isReference: false);
                fields.Of(entity).Add(new(name, "string", EquatableArray<string>.Empty) { Max = "3", Required = true });
            }
        }
        DocumentQuestions.AskAboutTimeAndRetention(all, desk);
    }

    /// <summary>An entity of which no sentence says a field has a name at least; the people have an address to sign in with too.</summary>
    private static void AddUsual(string entity, EntityTable entities, FieldMerge fields, MergeDesk desk)
    {
        var own = fields.Of(entity);
        var isMember = entity == entities.Member;
        var wanted = isMember ? new[] { "name", "email" } : ["name"];
        var missing = wanted.Where(name => !own.Exists(field => field.Name == name) && !desk.IsRefused($"{entity}.fields.{name}")).ToList();
        var hasNone = !own.Exists(static field => !field.IsRelationship);
        if (missing.Count == 0 || (isMember && !hasNone && missing.Count < wanted.Length))
        {
            return;
        }
        var stub = entities.All.First(stub => stub.Name == entity);
        var isLeft = desk.Decide(
            QuestionCodes.Fields, entity, "no fields",
            hasNone ? $"No sentence says which fields {entity} has. Which are they?" : $"No sentence says by what the people in {entity} are known. By what?",
            hasNone ? [$"{string.Join(" and ", missing)} for now"] : [$"{string.Join(" and ", missing)} for now", "nothing else"], stub.Evidence,
            missing.Select(name => $"{entity}.fields.{name}")) == 1;
        foreach (var name in isLeft ? [] : missing)
        {
            var taken = fields.NamesOf(entity).Take(name, isReference: false);
            var isPerson = FieldWords.IsPersonal(entity, name) || isMember;
            own.Add(new(taken, name == "email" ? "email" : "string", EquatableArray<string>.Empty)
            {
                Required = true,
                Max = name == "email" ? "" : UsualLength,
                Classification = isPerson ? EquatableArray.Of("personal") : default,
            });
        }
    }

    private static MergedField Soften(string path, MergedField field, MergeDesk desk)
    {
        bool Keeps(string word) => !desk.IsRefused($"{path}.{word}");
        return field with
        {
            Required = field.Required && Keeps("required"),
            Unique = field.Unique && Keeps("unique"),
            Default = Keeps("default") ? field.Default : "",
            Max = Keeps("max") ? field.Max : field.Type == "string" ? UsualLength : "",
            OnCreate = Keeps("onCreate") ? field.OnCreate : "",
            OnUpdate = Keeps("onUpdate") ? field.OnUpdate : "",
            Classification = field.Classification.Where(Keeps).ToEquatableArray(),
        };
    }
}
