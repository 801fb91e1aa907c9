using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>
/// Builds of the club with a history, each as the words for what it has: <c>start,email,city</c>. What an app emits as classes on its context is a list here, so that
/// one assembly holds many builds.
/// </summary>
internal static class ClubHistories
{
    public const string Start = "20261101000000_start", Email = "20261102000000_email", ByHand = "20261102120000_by_hand", City = "20261103000000_city", Trophies = "20261104000000_trophies", LateCity = "20261105000000_city", NoShirts = "20261106000000_no_shirts", Telling = "20261107000000_telling";

    /// <summary>The club's app with the history of a build.</summary>
    public static AppFacts App(string build) => AppFacts.Of<ClubApp, ClubContext>() with { History = Of(build) };

    /// <summary>The history of a build.</summary>
    public static AppHistory Of(string build)
    {
        var emitted = new HistoryMap();
        var classes = new Dictionary<string, Type>();
        foreach (var word in build.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(word, emitted, classes);
        }
        return new(emitted.Migrations, classes);
    }

    /// <summary>A hash by which a test knows it.</summary>
    public static string Hash(char letter) => new(letter, 64);

    private static void Add(string word, HistoryMap emitted, Dictionary<string, Type> classes)
    {
        switch (word)
        {
            case "start":
                Named(Start, 'a', breaks: false, typeof(PendingClubMigration));
                break;
            case "otherStart":
                Named(Start, 'b', breaks: false, typeof(PendingClubMigration));
                break;
            case "email":
                Named(Email, 'c', breaks: false, typeof(AddEmail), typeof(IndexEmail), typeof(CheckEmail), typeof(ValidateEmail));
                break;
            case "byHand":
                classes.Add(ByHand, typeof(NotesByHand));
                break;
            case "city":
                Named(City, 'd', breaks: false, typeof(AddCity), typeof(IndexCity));
                break;
            case "lateCity":
                Named(LateCity, 'd', breaks: false, typeof(AddCity), typeof(IndexCity));
                break;
            case "trophies":
                Named(Trophies, 'e', breaks: true, typeof(AddTrophies));
                break;
            case "noShirts":
                Named(NoShirts, '2', breaks: false, typeof(DropShirts));
                break;
            case "telling":
                Named(Telling, '3', breaks: false, typeof(TellProgress));
                break;
            case "pendingCity":
                Named(EmittedMigration.PendingId, 'd', breaks: false, typeof(AddCity), typeof(IndexCity));
                break;
            case "pendingTown":
                Named(EmittedMigration.PendingId, 'f', breaks: false, typeof(AddTown));
                break;
            case "pendingRequired":
                Named(EmittedMigration.PendingId, '1', breaks: false, typeof(RequireTown));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(word), word, "No build has this.");
        }

        void Named(string id, char hash, bool breaks, params Type[] phases)
        {
            emitted.Sealed(id, Hash(hash), phases.Length, breaks);
            foreach (var (phase, name) in phases.Zip(emitted.Migrations[^1].PhaseIds))
            {
                classes.Add(name, phase);
            }
        }
    }
}
