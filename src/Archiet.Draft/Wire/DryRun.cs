using System.Globalization;
using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Wire.Caching;

namespace Archiet.Draft.Wire;

/// <summary>Writes requests, byte by byte as they would be sent, in place of sending them.</summary>
/// <param name="folder">Where to.</param>
/// <param name="standIn">Who answers, so that the requests of later passes can be written too.</param>
internal sealed class DryRun(string folder, IDraftModel? standIn)
{
    private int _count;

    public async Task<PassAnswer> AnswerAsync(string passName, byte[] body, PassRequest request, CancellationToken cancellation)
    {
        if (_count == 0)
        {
            RemoveEarlier();
        }
        _count++;
        FileOnDisk.WriteWhenDifferent(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{_count:000}-{passName}.json")), body, cancellation);
        var items = standIn is null ? EquatableArray<DraftItem>.Empty : (await standIn.AnswerAsync(request, cancellation).ConfigureAwait(false)).Items;
        return new(items, PassUsage.None);
    }

    private void RemoveEarlier()
    {
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "???-*.json"))
            {
                File.Delete(file);
            }
        }
    }
}
