using Archiet.Draft.Items;

namespace Archiet.Draft.Tests.Rules;

public sealed class RuleTests
{
    [TestCase("- As a clerk, I want to create orders so that goods are sent.", "Clerk", "Clerk create Order")]
    [TestCase("- As an admin, I would like to manage orders.", "Admin", "Admin list Order,Admin read Order,Admin create Order,Admin update Order,Admin delete Order")]
    [TestCase("As a clerk I need to create and edit my orders.", "Clerk", "Clerk create Order (my),Clerk update Order (my)")]
    [TestCase("The manager can approve orders.", "Manager", "Manager approve Order")]
    [TestCase("FR-1 The manager shall be able to delete orders.", "Manager", "Manager delete Order")]
    [TestCase("Vets can edit orders and cancel visits.", "Vet", "Vet update Order,Vet cancel Visit")]
    [TestCase("## Manager functionalities\n\n* It shall be possible to create an order", "Manager", "Manager create Order")]
    public void Deeds_give_roles_and_permissions(string text, string role, string permissions)
    {
        Assert.That(Rule.Roles(text), Is.EqualTo(new[] { role }));
        Assert.That(Rule.Permissions(text), Is.EqualTo(permissions.Split(',')));
    }

    [TestCase("Managers cannot delete orders.")]
    [TestCase("The system must not delete orders.")]
    [TestCase("## Out of scope\n\nManagers can delete orders.")]
    public void What_is_denied_or_not_built_is_not_granted(string text) => Assert.That(Rule.Permissions(text), Is.Empty);

    [TestCase("### Primary Persona: Finance Manager / Accounts Payable\n\n# x", "Finance Manager")]
    [TestCase("# A\n\n## Roles\n\n- **Clerk**: sells\n- Owner - runs it\n", "Clerk,Owner")]
    [TestCase("# A\n\n## Users\n\n| Role | Does |\n|---|---|\n| Nurse | cares |\n", "Nurse")]
    [TestCase("# A\n\n| Name | x |\n|---|---|\n| Actors | The application admin configures it; the mail server; Auditors (a person) |\n", "Application Admin,Auditor")]
    [TestCase("An Account Executive (AE) sells. As an AE, I want to create orders.", "Account Executive")]
    [TestCase("A supervisor creates a shift.", "Supervisor")]
    [TestCase("The organization owner can edit organizations. The owner can delete organizations.", "Owner")]
    public void People_are_found_where_they_are_listed(string text, string roles) => Assert.That(Rule.Roles(text), Is.EqualTo(roles.Split(',')));

    [Test]
    public void User_stories_are_no_role() => Assert.That(Rule.Roles("# A\n\n## User stories\n\nText."), Is.Empty);

    [TestCase("**Orders Model:**\n\n- `number`: Integer (required, unique)\n- `note`: String (optional, max 500)\n- `createdAt`, `updatedAt`: timestamps")]
    [TestCase("# A\n\n## Data model\n\n### Order\n\n| Field | Type | Required | Notes |\n|---|---|---|---|\n| number | integer | yes | unique |\n| note | string | no | max 500 |\n| createdAt | timestamp | | |\n| updatedAt | timestamp | | |")]
    public void Models_have_fields_with_types_and_limits(string text)
    {
        Assert.That(Rule.Entities(text), Is.EqualTo(new[] { "Order" }));
        Assert.That(Rule.Fields(text), Is.EqualTo(new[] { "Order.number: int! unique", "Order.note: string? max 500", "Order.created At: timestamp", "Order.updated At: timestamp" }));
    }

    [TestCase("An invoice has a number, an issue date and a total.", "Invoice.number: string,Invoice.issue date: date,Invoice.total: decimal")]
    [TestCase("Each pet has a name and a weight in kg.", "Pet.name: string,Pet.weight: unknown")]
    [TestCase("- `AuditLog` model captures: action (CREATE, DELETE), userAgent", "Audit Log.action: unknown,Audit Log.user Agent: unknown")]
    [TestCase("# A\n\n## What we keep\n\n### Report\n\nA report belongs to one pet. It has a title and a photo link.", "Report.title: string,Report.photo link: url")]
    [TestCase("# A\n\n## Entities\n\n- Book: title, ISBN (unique)\n", "Book.title: string,Book.ISBN: unknown unique")]
    [TestCase("# Order management\n\nClerks can create orders. Clerks can edit orders.\n\n- **Required fields:** close date, budget", "Order.close date: date!,Order.budget: decimal!")]
    public void Fields_are_listed_in_sentences(string text, string fields) => Assert.That(Rule.Fields(text), Is.EqualTo(fields.Split(',')));

    [TestCase("**Order Model:**\n\n- `status`: Enum (OPEN, PAID) - default OPEN", "Order.status: enum [OPEN PAID]")]
    [TestCase("**Order Model:**\n\n- Status: \"Open\", \"Paid\"", "Order.Status: enum [Open Paid]")]
    [TestCase("**Order Model:**\n\n- `kind`: Enum (a, b or c)", "Order.kind: enum [a b c]")]
    public void Enums_have_their_values(string text, string field) => Assert.That(Rule.Fields(text), Is.EqualTo(new[] { field }));

    [TestCase("**Order Model:**\n\n- `customerId`: foreign key to Customers (required)", "Order Reference Customer!")]
    [TestCase("**Order Model:**\n\n- `assigned_account_id`: foreign key to crm_Accounts", "Order Reference Account as assigned account")]
    [TestCase("# A\n\n## Data model\n\n### Loan\n\n| Field | Type |\n|---|---|\n| Borrower | reference to Member |\n\n### Member\n\nA member has a name and an email.", "Loan Reference Member as borrower")]
    [TestCase("Each order has many lines.", "Line Reference Order")]
    [TestCase("An order belongs to exactly one customer.", "Order Reference Customer!")]
    [TestCase("A treatment may be linked to a visit.", "Treatment Reference Visit?")]
    [TestCase("An invoice consists of items.", "Invoice Item OwnedBy Invoice!")]
    [TestCase("There is a many-to-many relationship between orders and tags.", "Order ManyToMany Tag")]
    [TestCase("**Invoice Model:**\n\n- `invoice_items`: array of line items with description, quantity, price", "Line Item OwnedBy Invoice!")]
    public void Relationships_have_their_sides(string text, string relationship) => Assert.That(Rule.Relationships(text), Does.Contain(relationship));

    [Test]
    public void A_reference_to_what_is_no_entity_stays_a_field() => Assert.That(Rule.Fields("- `AuditLog` model captures: action, resourceId"), Is.EqualTo(new[] { "Audit Log.action: unknown", "Audit Log.resource Id: unknown" }));

    [TestCase("**Order Model:**\n\n- Status: \"Draft\", \"Sent\"", "Order.status Draft first,Order.status Sent")]
    [TestCase("Clerks can create orders. The order status is one of: open, paid, void.", "Order.status open first,Order.status paid,Order.status void")]
    [TestCase("Clerks can edit tools. A tool is either available, lent or retired.", "Tool.status available,Tool.status lent,Tool.status retired")]
    public void States_are_listed(string text, string states) => Assert.That(Rule.States(text), Is.EqualTo(states.Split(',')));

    [TestCase("Clerks can create orders. An order moves from open to paid.", "Order: open > paid")]
    [TestCase("Clerks can create orders.\n\n**Order status transitions:**\n\n- Draft → Sent/Void: by click\n- Any → Cancelled", "Order: Draft > Sent,Order: Draft > Void,Order:  > Cancelled")]
    public void Steps_lead_from_state_to_state(string text, string steps) => Assert.That(Rule.Steps(text), Is.EqualTo(steps.Split(',')));

    [Test]
    public void A_matrix_grants_what_is_marked()
    {
        var text = "| Permission | Owner | Viewer |\n|---|---|---|\n| **Orders** |\n| View orders | ✓ | ✓ |\n| Create/edit orders | ✓ | ✗ |\n";

        Assert.That(Rule.Permissions(text), Is.EqualTo(new[] { "Owner read Order", "Owner list Order", "Viewer read Order", "Viewer list Order", "Owner create Order", "Owner update Order" }));
    }

    [Test]
    public void A_matrix_may_have_letters() =>
        Assert.That(Rule.Permissions("| Entity | Admin | Clerk |\n|---|---|---|\n| Order | CRUD | R |\n"), Is.EqualTo(new[] { "Admin create Order", "Admin read Order", "Admin update Order", "Admin delete Order", "Clerk read Order" }));

    [TestCase("Clerks can create orders. RBAC (Viewers read-only, Admins delete).", "Viewer read Order")]
    [TestCase("Clerks can create orders.\n\n- Viewers: Read-only all orders\n- Admins/Owners: Full CRUD on all orders", "Owner delete Order")]
    public void Grants_may_be_short(string text, string permission) => Assert.That(Rule.Permissions(text), Does.Contain(permission));

    [TestCase("A loan has a start date and a due date. The due date must be after the start date.", "Loan: this.dueDate > this.startDate")]
    [TestCase("An order has a date and a total. The total must be greater than 0.", "Order: this.total > 0")]
    [TestCase("A tool has a name. A loan has a due date and a date lent. ## Rules\n\nThe due date must not be before the tool is lent.", "Loan: The due date must not be before the tool is lent.")]
    [TestCase("An order has a date and a total. An order cannot be deleted.", "Order: An order cannot be deleted.")]
    public void Rules_are_expressions_where_they_compare_fields(string text, string rule) => Assert.That(Rule.Constraints(text), Is.EqualTo(new[] { rule }));

    [TestCase("Each clinic only sees its own data.", "Clinic")]
    [TestCase("Several cooperatives use it; none may see another's data.", "Cooperative")]
    public void The_tenant_is_who_sees_only_its_own(string text, string tenant) =>
        Assert.That(Rule.Items(text).OfType<EntityItem>().Where(one => one.IsTenant == Certainty.Yes).Select(one => one.Name), Is.EqualTo(new[] { tenant }));

    [TestCase("An organization has a name and a slug. An `OrganizationInvitations` table contains email, token. Admins can cancel invitations. Admins can create invitations.", "Organization,Organization Invitation")]
    [TestCase("The sales stage has a name and a date. Admins can edit stages. Admins can create stages.", "Sales Stage")]
    public void Another_name_of_a_thing_is_no_other_thing(string text, string entities) => Assert.That(Rule.Entities(text), Is.EqualTo(entities.Split(',')));

    [Test]
    public void Regimes_and_screens_are_kept()
    {
        var items = Rule.Items("We comply with GDPR and SOC 2. The order list view shows orders. Clerks can edit orders.");

        Assert.That(items.OfType<ComplianceItem>().Select(one => one.Regime), Is.EqualTo(new[] { "gdpr", "soc2" }));
        Assert.That(items.OfType<ScreenItem>().Select(one => (one.Name, one.Entity, one.Kind)), Is.EqualTo(new[] { ("Order List View", "Order", "list") }));
    }

    [TestCase("Backups, exports etc. are made.", "SCOPE")]
    [TestCase("The price is TBD.", "SCOPE")]
    [TestCase("Use mail and/or phone.", "RULE")]
    [TestCase("It is checked as needed.", "RULE")]
    public void What_can_be_read_in_two_ways_is_asked(string text, string code)
    {
        var question = Rule.Items(text).OfType<QuestionItem>().Single();

        Assert.That((question.Code, question.Basis, question.Evidence[0]), Is.EqualTo((code, Basis.Assumed, "S0001")));
    }
}
