using System.Text.Json;

namespace Archiet.Draft.Wire.Caching;

/// <summary>An answer as it is kept: to be committed, and read by people.</summary>
/// <param name="Key">What it depends on: <see cref="AnswerKey"/>.</param>
/// <param name="Pass">Its pass in one word.</param>
/// <param name="Asked">The model that was asked, as settings name it.</param>
/// <param name="Answered">The model that answered, as the server named it.</param>
/// <param name="Sentences">The ids of the sentences that were sent.</param>
/// <param name="Answer">The answer: an object.</param>
internal sealed record CachedAnswer(string Key, string Pass, string Asked, string Answered, IReadOnlyList<string> Sentences, JsonElement Answer);
