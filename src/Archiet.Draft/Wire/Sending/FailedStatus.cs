using System.Globalization;
using System.Net;

namespace Archiet.Draft.Wire.Sending;

/// <summary>What the status of an answer means. The server's own words are looked at for their cause, and never repeated: they may repeat the request.</summary>
internal static class FailedStatus
{
    private const int Overloaded = 529;

    /// <summary>The failure that a status says.</summary>
    /// <param name="response">The response; its body is read already.</param>
    /// <param name="body">The body, or what could be read of it.</param>
    /// <param name="sampling">Whether the request had a temperature or a seed.</param>
    public static FailedAttempt Of(HttpResponseMessage response, string body, bool sampling)
    {
        var status = (int)response.StatusCode;
        var cause = string.Create(CultureInfo.InvariantCulture, $"answered {status}");
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(WireDiagnostics.KeyRefused, cause, "The key is wrong or has expired: look at the environment variable that 'ArchietLlmKeyVariable' names."),
            HttpStatusCode.Forbidden => new(WireDiagnostics.NotAllowed, cause, "The key may not use the model of 'ArchietLlmModel', or the address is closed to this machine."),
            HttpStatusCode.NotFound => new(WireDiagnostics.NotFound, cause, "It knows no such address or model: look at 'ArchietLlmUrl' and 'ArchietLlmModel'."),
            HttpStatusCode.RequestEntityTooLarge => TooLarge(cause),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => Refused(cause, body, sampling),
            HttpStatusCode.TooManyRequests when Says(body, "insufficient_quota") => new(WireDiagnostics.TooManyRequests, cause, "The account has no quota left, which no waiting mends."),
            HttpStatusCode.TooManyRequests => new(WireDiagnostics.TooManyRequests, cause, "Run the target again later: what was answered is in the cache.")
            {
                IsWorthAnother = true,
                After = response.Headers.RetryAfter,
            },
            _ when status is >= 300 and < 400 => new(WireDiagnostics.Redirected, cause, "A redirect is not followed, as it would take document and key elsewhere: set 'ArchietLlmUrl' to the address that answers."),
            _ when status is 408 or 409 or Overloaded or (>= 500 and < 600) => new(WireDiagnostics.ServerFailing, cause, "Run the target again later: what was answered is in the cache.")
            {
                IsWorthAnother = true,
                After = response.Headers.RetryAfter,
            },
            _ => new(WireDiagnostics.RequestRefused, cause, "Look at 'ArchietLlmKind', 'ArchietLlmUrl' and 'ArchietLlmModel'."),
        };
    }

    private static FailedAttempt Refused(string cause, string body, bool sampling)
    {
        if (sampling && (Says(body, "temperature") || Says(body, "seed")))
        {
            return new(WireDiagnostics.SamplingRefused, cause, "The model takes no temperature or no seed: leave 'ArchietLlmTemperature' and 'ArchietLlmSeed' out.");
        }
        if (Says(body, "context_length") || Says(body, "context length") || Says(body, "maximum context") || Says(body, "prompt is too long"))
        {
            return TooLarge(cause);
        }
        return Says(body, "schema") || Says(body, "grammar") || Says(body, "response_format") || Says(body, "output_config")
            ? new(WireDiagnostics.SchemaRefused, cause, "The server or the model takes no schema for its answer, or not this one: take a model with structured output.")
            : new(WireDiagnostics.RequestRefused, cause, "Look at 'ArchietLlmKind', 'ArchietLlmUrl' and 'ArchietLlmModel'.");
    }

    private static FailedAttempt TooLarge(string cause) =>
        new(WireDiagnostics.RequestTooLarge, cause, "The model reads less at once than the smallest part of the document needs: take another model, or split the longest section.") { IsTooLong = true };

    private static bool Says(string body, string word) => body.Contains(word, StringComparison.OrdinalIgnoreCase);
}
