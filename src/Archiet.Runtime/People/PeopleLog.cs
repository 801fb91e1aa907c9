using System.Net;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>What is logged about people: by their ids, never by address, password or token.</summary>
internal static partial class PeopleLog
{
    [LoggerMessage(EventId = 2001, EventName = nameof(LoggedIn), Level = LogLevel.Information, Message = "Account {Account} logged in from {Address}")]
    public static partial void LoggedIn(ILogger log, Guid account, IPAddress? address);

    [LoggerMessage(EventId = 2002, EventName = nameof(LoginFailed), Level = LogLevel.Warning, Message = "A login failed from {Address} (account {Account})")]
    public static partial void LoginFailed(ILogger log, Guid? account, IPAddress? address);

    [LoggerMessage(EventId = 2003, EventName = nameof(LoginThrottled), Level = LogLevel.Warning, Message = "A login from {Address} was not looked at: too many failed, wait {Wait}")]
    public static partial void LoginThrottled(ILogger log, IPAddress? address, TimeSpan wait);

    [LoggerMessage(EventId = 2004, EventName = nameof(LoginWithoutMembership), Level = LogLevel.Warning,
        Message = "Account {Account} asked from {Address} for a session in tenant {Tenant}, to which it does not belong")]
    public static partial void LoginWithoutMembership(ILogger log, Guid account, Guid? tenant, IPAddress? address);

    [LoggerMessage(EventId = 2005, EventName = nameof(LoggedOut), Level = LogLevel.Information, Message = "Account {Account} logged out")]
    public static partial void LoggedOut(ILogger log, Guid? account);

    [LoggerMessage(EventId = 2006, EventName = nameof(TenantEntered), Level = LogLevel.Information, Message = "Account {Account} entered tenant {Tenant}")]
    public static partial void TenantEntered(ILogger log, Guid account, Guid tenant);

    [LoggerMessage(EventId = 2007, EventName = nameof(TenantRefused), Level = LogLevel.Warning, Message = "Account {Account} was refused tenant {Tenant}")]
    public static partial void TenantRefused(ILogger log, Guid account, Guid tenant);

    [LoggerMessage(EventId = 2008, EventName = nameof(CrossSiteRefused), Level = LogLevel.Warning,
        Message = "A {Method} from another site was refused (Sec-Fetch-Site {Site}, Origin {Origin})")]
    public static partial void CrossSiteRefused(ILogger log, string method, string? site, string? origin);

    [LoggerMessage(EventId = 2009, EventName = nameof(Forbidden), Level = LogLevel.Warning, Message = "A caller was refused {Method} {Route}")]
    public static partial void Forbidden(ILogger log, string method, string? route);

    [LoggerMessage(EventId = 2010, EventName = nameof(TenantCreated), Level = LogLevel.Information, Message = "Tenant {Tenant} was created")]
    public static partial void TenantCreated(ILogger log, Guid tenant);

    [LoggerMessage(EventId = 2011, EventName = nameof(AccountCreated), Level = LogLevel.Information, Message = "Account {Account} was created")]
    public static partial void AccountCreated(ILogger log, Guid account);

    [LoggerMessage(EventId = 2012, EventName = nameof(MemberAdded), Level = LogLevel.Information, Message = "Account {Account} became a member of tenant {Tenant} as {Roles}")]
    public static partial void MemberAdded(ILogger log, Guid account, Guid tenant, IReadOnlyCollection<string> roles);

    [LoggerMessage(EventId = 2013, EventName = nameof(RolesSet), Level = LogLevel.Information, Message = "Account {Account} is {Roles} in tenant {Tenant} now")]
    public static partial void RolesSet(ILogger log, Guid account, Guid tenant, IReadOnlyCollection<string> roles);

    [LoggerMessage(EventId = 2014, EventName = nameof(MemberRemoved), Level = LogLevel.Information, Message = "Account {Account} is no longer a member of tenant {Tenant}")]
    public static partial void MemberRemoved(ILogger log, Guid account, Guid tenant);

    [LoggerMessage(EventId = 2015, EventName = nameof(PasswordChanged), Level = LogLevel.Information, Message = "The password of account {Account} was changed; its sessions ended")]
    public static partial void PasswordChanged(ILogger log, Guid account);

    [LoggerMessage(EventId = 2016, EventName = nameof(PasswordChangeFailed), Level = LogLevel.Warning, Message = "Account {Account} named a wrong password from {Address} to change it")]
    public static partial void PasswordChangeFailed(ILogger log, Guid account, IPAddress? address);

    [LoggerMessage(EventId = 2017, EventName = nameof(SessionEnded), Level = LogLevel.Information, Message = "Account {Account} ended its session {Ended}")]
    public static partial void SessionEnded(ILogger log, Guid? account, Guid ended);
}
