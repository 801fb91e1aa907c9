using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>Several instances of an app that start at once.</summary>
public sealed class InstancesTests
{
    private const int Instances = 4, Rounds = 20;

    [Test]
    public async Task Four_processes_that_start_at_once_migrate_exactly_once_in_each_of_twenty_rounds()
    {
        var workers = Enumerable.Range(0, Instances).Select(_ => MigrationWorker.Start()).ToList();
        try
        {
            var succeeded = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var database = await ClubDatabase.CreateAsync();

                // Each a little later than the one before, so that it meets the migration in another place.
                var answers = await Task.WhenAll(workers.Select(async (worker, number) =>
                {
                    await Task.Delay(number * round);
                    return await worker.AskAsync("start,email,city", database.Migrator);
                }));

                Assert.That(answers, Is.All.EqualTo("done"), $"Round {round}.");
                Assert.That(
                    await database.ScalarAsync<string>("SELECT format('%s %s %s', (SELECT count(*) FROM archiet.migrations), (SELECT count(*) FROM archiet.history), (SELECT count(*) FROM pg_index WHERE NOT indisvalid))"),
                    Is.EqualTo("7 7 0"));
                succeeded += answers.Length;
            }
            Assert.That(succeeded, Is.EqualTo(Instances * Rounds));
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }
}
