using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The user's own keys of something that has no object of its own in the API's document.</summary>
/// <param name="Name">Its name in the genome.</param>
/// <param name="Extensions">The keys, in ordinal order of names.</param>
public sealed record ExtensionNote(string Name, EquatableArray<BoundExtension> Extensions);

/// <summary>The user's own keys of a capability and of its grants.</summary>
/// <param name="Name">Its name in the genome.</param>
/// <param name="Extensions">Its own.</param>
/// <param name="Grants">Those of its grants, by entity.</param>
public sealed record CapabilityNote(string Name, EquatableArray<BoundExtension> Extensions, EquatableArray<ExtensionNote> Grants);
