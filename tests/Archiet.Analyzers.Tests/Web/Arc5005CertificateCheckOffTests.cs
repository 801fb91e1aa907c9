using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5005CertificateCheckOffTests
{
    private const string Id = "ARC5005";

    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };")]
    [TestCase("using var handler = new HttpClientHandler(); handler.ServerCertificateCustomValidationCallback = [|(message, certificate, chain, errors) => { return true; }|];")]
    [TestCase("using var handler = new HttpClientHandler(); handler.ServerCertificateCustomValidationCallback += [|delegate { return true; }|];")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };")]
    [TestCase("using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] } };")]
    [TestCase("using var stream = new System.Net.Security.SslStream(Stream.Null, false, [|(_, _, _, _) => true|]);")]
    [TestCase("System.Net.Security.RemoteCertificateValidationCallback any = [|(_, _, _, _) => true|];")]
    [TestCase("System.Net.Security.RemoteCertificateValidationCallback any = [|Any|]; static bool Any(object a, System.Security.Cryptography.X509Certificates.X509Certificate? b, System.Security.Cryptography.X509Certificates.X509Chain? c, System.Net.Security.SslPolicyErrors d) => true;")]
    [TestCase("builder.Services.AddHttpClient(\"x\").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => { logger.LogWarning(\"any\"); return true; }|] });")]
    public void Any_certificate_will_do(string code) => Web.TestBody(new Arc5005CertificateCheckOff(), Id, code).Verify();

    [TestCase("using var handler = new HttpClientHandler();")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None };")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == name };")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => { if (certificate is null) { return false; } return true; } };")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => false };")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => throw new InvalidOperationException() };")]
    [TestCase("using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = null };")]
    [TestCase("_ = nameof(HttpClientHandler.DangerousAcceptAnyServerCertificateValidator);")]
    [TestCase("Func<string, bool> any = _ => true;")]
    [TestCase("System.Net.Security.LocalCertificateSelectionCallback pick = (_, _, _, _, _) => null!;")]
    public void Certificates_are_checked(string code) => Web.TestBody(new Arc5005CertificateCheckOff(), Id, code).Verify();
}
