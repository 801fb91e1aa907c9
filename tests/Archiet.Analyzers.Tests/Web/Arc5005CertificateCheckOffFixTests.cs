using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5005CertificateCheckOffFixTests
{
    private const string Id = "ARC5005";

    private static readonly Arc5005CertificateCheckOffFix Fix = new();

    [TestCase(
        "using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|], UseProxy = false };",
        "using var handler = new HttpClientHandler { UseProxy = false };")]
    [TestCase(
        "using var handler = new HttpClientHandler { UseProxy = false, ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };",
        "using var handler = new HttpClientHandler { UseProxy = false };")]
    [TestCase(
        "using var handler = new HttpClientHandler();\n        handler.ServerCertificateCustomValidationCallback += [|delegate { return true; }|];",
        "using var handler = new HttpClientHandler();")]
    [TestCase("using var stream = new System.Net.Security.SslStream(Stream.Null, false, [|(_, _, _, _) => true|]);", "using var stream = new System.Net.Security.SslStream(Stream.Null, false);")]
    [TestCase(
        "System.Net.Security.RemoteCertificateValidationCallback any = [|(_, _, _, _) => true|];",
        "System.Net.Security.RemoteCertificateValidationCallback any = [|(_, _, _, _) => true|];",
        Description = "nobody knows what a variable is for")]
    public void The_platform_checks(string code, string expected) => Web.TestBody(new Arc5005CertificateCheckOff(), Id, code).VerifyFix(Fix, Web.Body(expected));

    [Test]
    public void All_at_once() => Web.TestBody(new Arc5005CertificateCheckOff(), Id, """
        using var a = new HttpClientHandler { UseProxy = false, ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };
                using var b = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|], TargetHost = name } };
        """).VerifyFixAll(Fix, Web.Body("""
        using var a = new HttpClientHandler { UseProxy = false };
                using var b = new SocketsHttpHandler { SslOptions = { TargetHost = name } };
        """));
}
