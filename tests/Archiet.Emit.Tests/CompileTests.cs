namespace Archiet.Emit.Tests;

public sealed class CompileTests
{
    [Test]
    public void A_small_genome_compiles_without_a_warning() => Assert.That(EmittedApp.Of(Genomes.Clinic).Diagnostics, Is.Empty);

    [Test]
    public void Every_kind_name_and_text_compiles_without_a_warning() => Assert.That(EmittedApp.Of(Everything.Genome).Diagnostics.Take(8), Is.Empty);

    [Test]
    public void Owned_rows_and_links_compile_without_a_warning() => Assert.That(EmittedApp.Of(Graph.Genome).Diagnostics, Is.Empty);

    [Test]
    public void A_check_of_the_users_own_is_a_partial_method()
    {
        const string check = """
            namespace Clinic.Model;

            public sealed partial class Patient
            {
                static partial void Check(Patient it, Archiet.FieldSet known, Archiet.Findings findings)
                {
                    if (known.Has(PatientFields.DateOfBirth) && it.DateOfBirth > findings.Today)
                    {
                        findings.Add<Patient>(PatientFields.DateOfBirth, "future", "A date of birth lies in the past.");
                    }
                }
            }
            """;

        Assert.That(EmittedApp.Of(Genomes.Clinic, check).Diagnostics, Is.Empty);
    }
}
