namespace Archiet.Analyzers.Secrets;

/// <summary>Tokens of payment, message and model services.</summary>
internal static class ServiceFormats
{
    /// <summary>All of them. A longer shape stands before a shorter one that it starts with.</summary>
    public static readonly IReadOnlyList<TokenFormat> All =
    [
        new("Stripe secret key", "sk_live_{w10-99}"),
        new("Stripe test key", "sk_test_{w10-99}"),
        new("Stripe restricted key", "rk_live_{w10-99}|rk_test_{w10-99}"),
        new("Stripe webhook secret", "whsec_{b32-64}|whsec_{b32-64}="),
        new("Square access token", "EAAA{u60}|sq0atp-{u22}|sq0csp-{u43}"),
        new("Braintree access token", "access_token$production$^{a16}${x32}"),
        new("Plaid access token", "access-sandbox-{g36}|access-development-{g36}|access-production-{g36}", check: Identifiers.EndsWithGuid),
        new("Shopify access token", "shpat_{h32}|shpca_{h32}|shppa_{h32}|shpss_{h32}"),
        new("Slack bot token", "xoxb-{d8-14}-{d8-14}-{w24-34}|xoxb-{d8-14}-{w24-34}"),
        new("Slack user token", "xoxp-{d8-14}-{d8-14}-{d8-14}-{w28-34}"),
        new("Slack refresh token", "xoxe-{d1}-{w100-200}|xoxe.xoxb-{d1}-{w100-200}|xoxe.xoxp-{d1}-{w100-200}"),
        new("Slack app token", "xapp-{d1}-{A9-14}-{d8-14}-{x64}"),
        new("Slack webhook", "hooks.slack.com/services/T{A8-12}/B{A8-12}/^{w23-25}"),
        new("Discord webhook", "discord.com/api/webhooks/{d17-20}/^{u60-80}|discordapp.com/api/webhooks/{d17-20}/^{u60-80}"),
        new("Discord bot token", Identifiers.DiscordShapes, check: Identifiers.StartsWithDiscordId),
        new("Teams webhook", "webhook.office.com/webhookb2/{g36}@{g36}/IncomingWebhook/^{x32}/{g36}"),
        new("Telegram bot token", "{d8-10}:A{u34}"),
        new("Twilio API key", "SK{x32}"),
        new("SendGrid API key", "SG.{u22}.{u43}"),
        new("Mailgun API key", "key-{x32}"),
        new("Mailchimp API key", "{x32}-us{d1-2}"),
        new("Brevo API key", "xkeysib-{x64}-{w16}"),
        new("OpenAI API key", "sk-{u20-74}T3BlbkFJ{u20-74}"),
        new("Anthropic API key", "sk-ant-api03-{u93}AA"),
        new("Anthropic admin key", "sk-ant-admin01-{u93}AA"),
        new("Hugging Face token", "hf_{l34}|api_org_{l34}"),
        new("Groq API key", "gsk_{w52}"),
        new("xAI API key", "xai-{w80}"),
        new("Replicate token", "r8_{w37}"),
        new("Perplexity API key", "pplx-{w48}"),
        new("LangSmith API key", "lsv2_pt_{x32}_{x10}|lsv2_sk_{x32}_{x10}"),
        new("Langfuse secret key", "sk-lf-{g36}", check: Identifiers.EndsWithGuid),
    ];
}
