using EFCore.Redshift.FunctionalTests.TestModels;
using EFCore.Redshift.FunctionalTests.TestUtilities;

namespace EFCore.Redshift.FunctionalTests.Query;

public sealed class OwnedAndComplexTypesQueryTest(CollegeFixture fixture) : QueryTest<CollegeContext>(fixture), IClassFixture<CollegeFixture>
{
    [Fact]
    public Task An_owned_type_in_the_same_table_that_is_missing()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Employee>().Where(e => e.Home == null).Select(e => e.Name),
            """
            SELECT "e"."name"
            FROM "employee" AS "e"
            WHERE NOT ("e"."isformer") AND "e"."home_street" IS NULL
            """,
            expected: (IQuerySource db) => db.Rows<Employee>().Where(e => !e.IsFormer && e.Home == null).Select(e => e.Name));

    [Fact]
    public Task An_owned_type_in_its_own_table_that_is_missing()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Employee>().Where(e => e.Office == null).Select(e => e.Name),
            """
            SELECT "e"."name"
            FROM "employee" AS "e"
            LEFT JOIN "office" AS "o" ON "e"."id" = "o"."employeeid"
            WHERE NOT ("e"."isformer") AND "o"."employeeid" IS NULL
            """,
            expected: (IQuerySource db) => db.Rows<Employee>().Where(e => !e.IsFormer && e.Office == null).Select(e => e.Name));

    [Fact]
    public Task The_first_of_an_owned_collection()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Employee>().Select(e => new { e.Name, Phone = e.Phones.OrderByDescending(p => p.Id).Select(p => p.Number).FirstOrDefault() }),
            """
            SELECT "e"."name", "s"."number" AS "phone"
            FROM "employee" AS "e"
            LEFT JOIN (
                SELECT "n"."number", "n"."employeeid"
                FROM (
                    SELECT "p"."number", "p"."employeeid", ROW_NUMBER() OVER(PARTITION BY "p"."employeeid" ORDER BY "p"."id" DESC) AS "row"
                    FROM "phone" AS "p"
                ) AS "n"
                WHERE "n"."row" <= 1
            ) AS "s" ON "e"."id" = "s"."employeeid"
            WHERE NOT ("e"."isformer")
            """,
            expected: (IQuerySource db) => db.Rows<Employee>().Where(e => !e.IsFormer).Select(e => new { e.Name, Phone = e.Phones.OrderByDescending(p => p.Id).Select(p => p.Number).FirstOrDefault() }));

    [Fact]
    public Task Equality_of_complex_types()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Employee>().SelectMany(a => db.Rows<Employee>().Where(b => a.Pay == b.Pay), (a, b) => new { A = a.Name, B = b.Name }),
            """
            SELECT "e"."name" AS "a", "e1"."name" AS "b"
            FROM "employee" AS "e"
            INNER JOIN (
                SELECT "e0"."name", "e0"."pay_amount", "e0"."pay_currency"
                FROM "employee" AS "e0"
                WHERE NOT ("e0"."isformer")
            ) AS "e1" ON "e"."pay_amount" = "e1"."pay_amount" AND "e"."pay_currency" = "e1"."pay_currency"
            WHERE NOT ("e"."isformer")
            """,
            expected: (IQuerySource db) => db.Rows<Employee>().Where(e => !e.IsFormer).SelectMany(a => db.Rows<Employee>().Where(b => !b.IsFormer && a.Pay == b.Pay), (a, b) => new { A = a.Name, B = b.Name }));

    [Fact]
    public Task A_query_filter_holds_behind_a_navigation()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Employee>().Select(e => new { e.Name, Manager = e.Manager!.Name }),
            """
            SELECT "e"."name", "e1"."name" AS "manager"
            FROM "employee" AS "e"
            LEFT JOIN (
                SELECT "e0"."id", "e0"."name"
                FROM "employee" AS "e0"
                WHERE NOT ("e0"."isformer")
            ) AS "e1" ON "e"."managerid" = "e1"."id"
            WHERE NOT ("e"."isformer")
            """,
            expected: (IQuerySource db) => db.Rows<Employee>().Where(e => !e.IsFormer)
                .Select(e => new { e.Name, Manager = e.Manager == null || e.Manager.IsFormer ? null! : e.Manager.Name }));

    [Fact]
    public Task A_table_for_each_type()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Payment>(),
            """
            SELECT "p"."id", "p"."amount", "c"."network", "c0"."coins", CASE
                WHEN "c0"."id" IS NOT NULL THEN 'CashPayment'
                WHEN "c"."id" IS NOT NULL THEN 'CardPayment'
            END AS "discriminator"
            FROM "payment" AS "p"
            LEFT JOIN "cardpayment" AS "c" ON "p"."id" = "c"."id"
            LEFT JOIN "cashpayment" AS "c0" ON "p"."id" = "c0"."id"
            """);

    [Fact]
    public Task A_derived_type_in_its_own_table()
        => AssertQuery(
            (IQuerySource db) => db.Rows<Payment>().OfType<CardPayment>().Where(c => c.Network == null),
            """
            SELECT "p"."id", "p"."amount", "c"."network", CASE
                WHEN "c"."id" IS NOT NULL THEN 'CardPayment'
            END AS "discriminator"
            FROM "payment" AS "p"
            LEFT JOIN "cardpayment" AS "c" ON "p"."id" = "c"."id"
            WHERE "c"."id" IS NOT NULL AND "c"."network" IS NULL
            """);

    [Fact]
    public Task A_view_without_a_key()
        => AssertQuery(
            (IQuerySource db) => db.Rows<CourseSize>().Where(c => c.Students > 0),
            """
            SELECT "c"."students", "c"."title"
            FROM "coursesize" AS "c"
            WHERE "c"."students" > 0
            """,
            expected: (IQuerySource db) => db.Rows<Course>().Where(c => c.Students.Count > 0).Select(c => new CourseSize { Title = c.Title, Students = c.Students.Count }));
}
