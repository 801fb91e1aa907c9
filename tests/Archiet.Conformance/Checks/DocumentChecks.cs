using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>The OpenAPI document by itself: nothing in it leads nowhere or stands twice, and its examples are what its schemas allow.</summary>
public sealed class DocumentChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "document";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        var document = world.App.Document;
        await report.CheckAsync(Name, "every reference within it leads somewhere", check =>
        {
            foreach (var reference in document.References.Where(reference => !document.Has(reference)))
            {
                check.That(false, reference);
            }
        });
        await report.CheckAsync(Name, "every operation has an id of its own", check =>
        {
            foreach (var same in document.Operations.GroupBy(operation => operation.Id, StringComparer.Ordinal).Where(group => group.Key is null || group.Count() > 1))
            {
                check.That(false, $"{same.Key ?? "none"}: {string.Join(", ", same)}");
            }
        });
        await report.CheckAsync(Name, "the variables of a path are its parameters", check =>
        {
            foreach (var operation in document.Operations)
            {
                check.That(operation.NamesRow == operation.PathParameters.Contains("id", StringComparer.Ordinal), $"{operation}");
            }
        });
        await report.CheckAsync(Name, "examples and defaults are what their schemas allow", check =>
        {
            foreach (var (name, schema) in document.Schemas)
            {
                CheckSamples(check, name, schema);
            }
        });
    }

    private static void CheckSamples(Check check, string name, ApiSchema schema)
    {
        foreach (var (property, itsSchema) in schema.Properties)
        {
            foreach (var sample in itsSchema.Samples)
            {
                foreach (var finding in SchemaValidator.Check(itsSchema, sample))
                {
                    check.That(false, $"{name}.{property}: {sample.GetRawText()}{finding}");
                }
            }
        }
    }
}
