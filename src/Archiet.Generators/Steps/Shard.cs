using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Generators.Steps;

/// <summary>The entities that share a source, in the outline's order.</summary>
internal sealed record Shard(int Number, EquatableArray<EntityModel> Entities);
