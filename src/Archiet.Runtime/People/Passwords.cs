using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Archiet;

/// <summary>Hashes and checks passwords: the shared framework's PBKDF2 with HMAC-SHA-512, at the strength that OWASP asks for.</summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>Rounds of PBKDF2.</summary>
    public const int Iterations = 220_000;

    private static readonly object NoUser = new();

    // Hashing is the one costly thing that a stranger can ask for: more at once than there are cores would only starve the others.
    private readonly SemaphoreSlim slots = new(Environment.ProcessorCount);
    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions
    {
        CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3,
        IterationCount = Iterations,
    }));
    private readonly Lazy<string> decoy;

    public Passwords() => decoy = new(() => hasher.HashPassword(NoUser, Guid.NewGuid().ToString()));

    /// <summary>Hashes a password.</summary>
    public Task<string> HashAsync(string password, CancellationToken cancel) => RunAsync(() => hasher.HashPassword(NoUser, Normal(password)), cancel);

    /// <summary>Checks a password. Without a hash to check it against, as much work is done in vain.</summary>
    public async Task<PasswordCheck> CheckAsync(string? hash, string password, CancellationToken cancel)
    {
        var result = await RunAsync(() => hasher.VerifyHashedPassword(NoUser, hash ?? decoy.Value, Normal(password)), cancel).ConfigureAwait(false);
        return hash is null || result == PasswordVerificationResult.Failed ? PasswordCheck.Wrong
            : result == PasswordVerificationResult.SuccessRehashNeeded ? PasswordCheck.RightButOldHash
            : PasswordCheck.Right;
    }

    public void Dispose() => slots.Dispose();

    /// <summary>One form of a password, whichever keyboard it was typed on.</summary>
    private static string Normal(string password) => password.IsNormalizable() ? password.Normalize(NormalizationForm.FormKC) : password;

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await slots.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Task.Run(work, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }
}

/// <summary>What checking a password found.</summary>
internal enum PasswordCheck
{
    /// <summary>Not the password.</summary>
    Wrong,

    /// <summary>The password.</summary>
    Right,

    /// <summary>The password, hashed with less work than is asked for today.</summary>
    RightButOldHash,
}
