namespace Archiet.Generators;

/// <summary>The pipeline's steps by name, in order of flow: what tests count, and what a trace of the compiler shows.</summary>
public static class TrackingNames
{
    /// <summary>A file with its text.</summary>
    public const string File = "Genome.File";

    /// <summary>A file taken apart into sections.</summary>
    public const string Split = "Genome.Split";

    /// <summary>A section by its text alone, wherever it stands.</summary>
    public const string Section = "Genome.Section";

    /// <summary>A section read.</summary>
    public const string Parse = "Genome.Parse";

    /// <summary>What sections see of each other.</summary>
    public const string Faces = "Genome.Faces";

    /// <summary>What all sections together declare.</summary>
    public const string Declare = "Genome.Declare";

    /// <summary>The outline: everything but the fields of entities.</summary>
    public const string Outline = "Genome.Outline";

    /// <summary>The names that entities are bound against.</summary>
    public const string Names = "Genome.Names";

    /// <summary>The fields of all entities as expressions see them, made as they are asked for.</summary>
    public const string Shapes = "Genome.Shapes";

    /// <summary>A section with the fields that its expressions lead to.</summary>
    public const string Reach = "Genome.Reach";

    /// <summary>An entity, checked.</summary>
    public const string Bind = "Genome.Bind";

    /// <summary>The seed rows, held against the entities.</summary>
    public const string Seed = "Genome.Seed";

    /// <summary>The classes of the project that have a handler.</summary>
    public const string Handlers = "Project.Handlers";

    /// <summary>Everything that is wrong with the genome, at its places.</summary>
    public const string Diagnose = "Genome.Diagnose";

    /// <summary>An entity's model.</summary>
    public const string Lower = "Model.Lower";

    /// <summary>The tables of a retired entity.</summary>
    public const string LowerRetired = "Model.LowerRetired";

    /// <summary>The app's model.</summary>
    public const string App = "Model.App";

    /// <summary>Every entity's model, in the outline's order.</summary>
    public const string Entities = "Model.Entities";

    /// <summary>What the app needs to know of its entities' fields.</summary>
    public const string Examples = "Model.Examples";

    /// <summary>The entities of a shard.</summary>
    public const string Shard = "Model.Shard";

    /// <summary>A shard's entities as C#.</summary>
    public const string EmitEntities = "Emit.Entities";

    /// <summary>The app as C#.</summary>
    public const string EmitApp = "Emit.App";

    /// <summary>The context as C#.</summary>
    public const string EmitContext = "Emit.Context";

    /// <summary>The named types as C#.</summary>
    public const string EmitVocabulary = "Emit.Vocabulary";

    /// <summary>The operations as C#.</summary>
    public const string EmitOperations = "Emit.Operations";

    /// <summary>The frame of the OpenAPI document.</summary>
    public const string EmitOpenApiFrame = "Emit.OpenApiFrame";

    /// <summary>A shard's parts of the OpenAPI document.</summary>
    public const string EmitOpenApi = "Emit.OpenApi";

    /// <summary>The files of the folder of migrations.</summary>
    public const string HistoryFiles = "History.Files";

    /// <summary>The chain of sealed migrations.</summary>
    public const string History = "History.Chain";

    /// <summary>How sealed migrations are run.</summary>
    public const string SealedPlans = "History.SealedPlans";

    /// <summary>What the genome says of its database.</summary>
    public const string Wish = "History.Wish";

    /// <summary>What the genome changes beyond the sealed migrations.</summary>
    public const string Evolution = "History.Evolution";

    /// <summary>The sealed migrations of a source.</summary>
    public const string EmitSealed = "Emit.Sealed";

    /// <summary>The pending migration.</summary>
    public const string EmitMigration = "Emit.Migration";

    /// <summary>What the app knows of its migrations.</summary>
    public const string EmitHistory = "Emit.History";

    /// <summary>The migrations' snapshot.</summary>
    public const string EmitSnapshot = "Emit.Snapshot";
}
