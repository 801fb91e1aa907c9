using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Tests.Diagnostics;

/// <summary>The name that was probably meant.</summary>
public sealed class SuggestionTests
{
    [TestCase("Cliniciann", ExpectedResult = "Clinician", TestName = "A letter too many")]
    [TestCase("Clincian", ExpectedResult = "Clinician", TestName = "A letter too few")]
    [TestCase("Clinicain", ExpectedResult = "Clinician", TestName = "Two letters swapped")]
    [TestCase("clinician", ExpectedResult = "Clinician", TestName = "Another case")]
    [TestCase("Room", ExpectedResult = null, TestName = "Another word")]
    [TestCase("", ExpectedResult = null, TestName = "Nothing")]
    public string? The_nearest_name_is_found(string written) => Suggestion.Nearest(written, ["Patient", "Clinician", "Clinic"]);

    [Test]
    public void Of_equally_near_names_the_first_in_ordinal_order_is_meant() =>
        Assert.That(Suggestion.Nearest("bat", ["cat", "bad", "rat"]), Is.EqualTo(Suggestion.Nearest("bat", ["rat", "cat", "bad"])));

    [Test]
    public void Names_of_every_length_are_compared_with_the_same_rows() =>
        Assert.That(Suggestion.Nearest("Appointmnet", ["A", "Appointments", "Appointment", "AppointmentOfTheDay", "Appoint"]), Is.EqualTo("Appointment"));

    [Test]
    public void A_long_word_is_not_compared() => Assert.That(Suggestion.Nearest(new string('a', 5000), ["a"]), Is.Null);
}
