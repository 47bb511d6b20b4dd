using EFCore.Redshift.FunctionalTests.TestUtilities;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Redshift.FunctionalTests.TestModels;

public sealed class Student
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public List<Course> Courses { get; } = [];
}

public sealed class Course
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    public int? Credits { get; set; }
    public List<Student> Students { get; } = [];
}

public sealed class Address
{
    public string Street { get; set; } = "";
    public string? City { get; set; }
}

public sealed class Phone
{
    public int Id { get; set; }
    public string Number { get; set; } = "";
}

public readonly record struct Pay(decimal Amount, string Currency);

public sealed class Employee
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public bool IsFormer { get; set; }
    public int? ManagerId { get; set; }
    public Employee? Manager { get; set; }
    public List<Employee> Reports { get; } = [];

    /// <summary>Owned, in the employee's table, perhaps missing.</summary>
    public Address? Home { get; set; }

    /// <summary>Owned, in a table of its own.</summary>
    public Address? Office { get; set; }

    /// <summary>Owned, several, in a table of their own.</summary>
    public List<Phone> Phones { get; } = [];

    /// <summary>A complex type.</summary>
    public Pay Pay { get; set; }
}

public class Payment
{
    public int Id { get; set; }
    public decimal Amount { get; set; }
}

public sealed class CardPayment : Payment
{
    public string? Network { get; set; }
}

public sealed class CashPayment : Payment
{
    public int? Coins { get; set; }
}

/// <summary>A row of a view, without a key.</summary>
public sealed class CourseSize
{
    public string Title { get; set; } = "";
    public long Students { get; set; }
}

/// <summary>Many to many, owned and complex types, a query filter, a self-reference, a table for each type (TPT), a view.</summary>
public sealed class CollegeContext(DbContextOptions<CollegeContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Student>(b =>
        {
            b.ToTable("student");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Name).HasMaxLength(20);
            b.HasMany(x => x.Courses).WithMany(x => x.Students).UsingEntity("enrolment");
        });
        modelBuilder.Entity<Course>(b =>
        {
            b.ToTable("course");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Title).HasMaxLength(20);
        });
        modelBuilder.Entity<Employee>(b =>
        {
            b.ToTable("employee");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Name).HasMaxLength(20);
            b.HasQueryFilter(x => !x.IsFormer);
            b.ComplexProperty(
                x => x.Pay,
                pay =>
                {
                    pay.Property(x => x.Amount).HasPrecision(10, 2);
                    pay.Property(x => x.Currency).HasMaxLength(3);
                });
            b.OwnsOne(
                x => x.Home,
                home =>
                {
                    home.Property(x => x.Street).HasMaxLength(20);
                    home.Property(x => x.City).HasMaxLength(20);
                });
            b.OwnsOne(
                x => x.Office,
                office =>
                {
                    office.ToTable("office");
                    office.Property(x => x.Street).HasMaxLength(20);
                    office.Property(x => x.City).HasMaxLength(20);
                });
            b.OwnsMany(
                x => x.Phones,
                phone =>
                {
                    phone.ToTable("phone");
                    phone.Property(x => x.Id).ValueGeneratedNever();
                    phone.Property(x => x.Number).HasMaxLength(20);
                });
        });
        modelBuilder.Entity<Payment>(b =>
        {
            b.UseTptMappingStrategy().ToTable("payment");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.Amount).HasPrecision(10, 2);
        });
        modelBuilder.Entity<CardPayment>(b =>
        {
            b.ToTable("cardpayment");
            b.Property(x => x.Network).HasMaxLength(20);
        });
        modelBuilder.Entity<CashPayment>().ToTable("cashpayment");
        modelBuilder.Entity<CourseSize>(b =>
        {
            b.HasNoKey().ToView("coursesize");
            b.Property(x => x.Title).HasMaxLength(20);
        });
    }
}

public sealed class CollegeFixture : QueryFixture<CollegeContext>
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var context = CreateContext();
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE VIEW coursesize AS
            SELECT c.title, COUNT(e.studentsid) AS students FROM course c LEFT JOIN enrolment e ON e.coursesid = c.id GROUP BY c.title
            """);
    }

    protected override IEnumerable<object> Seed()
    {
        Course[] courses =
        [
            new() { Id = 1, Title = "Algebra", Credits = 5 },
            new() { Id = 2, Title = "Botany", Credits = null },
            new() { Id = 3, Title = "Chess", Credits = 0 },
            new() { Id = 4, Title = "Empty", Credits = 3 }
        ];
        Student[] students =
        [
            new() { Id = 1, Name = "Ada" },
            new() { Id = 2, Name = "Ben" },
            new() { Id = 3, Name = "Chess" },
            new() { Id = 4, Name = "Idle" }
        ];
        students[0].Courses.AddRange([courses[0], courses[1], courses[2]]);
        students[1].Courses.AddRange([courses[0], courses[1]]);
        students[2].Courses.Add(courses[2]);

        Employee chief = new()
        {
            Id = 1, Name = "Chief", Pay = new Pay(900.5m, "EUR"), Home = new Address { Street = "Main St", City = "Bonn" },
            Office = new Address { Street = "Tower", City = null }
        };
        chief.Phones.AddRange([new Phone { Id = 1, Number = "1" }, new Phone { Id = 2, Number = "22" }]);
        Employee clerk = new() { Id = 2, Name = "Clerk", Pay = new Pay(100m, "USD"), Manager = chief, Home = new Address { Street = "", City = null } };
        clerk.Phones.Add(new Phone { Id = 3, Number = "333" });
        Employee former = new() { Id = 3, Name = "Former", Pay = new Pay(100m, "EUR"), Manager = chief, IsFormer = true };
        Employee guard = new() { Id = 4, Name = "Guard", Pay = new Pay(80m, "EUR"), Manager = former, Office = new Address { Street = "Gate", City = "Bonn" } };

        return
        [
            .. courses,
            .. students,
            chief,
            clerk,
            former,
            guard,
            new Payment { Id = 1, Amount = 5m },
            new CardPayment { Id = 2, Amount = 10.5m, Network = "visa" },
            new CardPayment { Id = 3, Amount = 0m, Network = null },
            new CashPayment { Id = 4, Amount = 7.25m, Coins = 12 },
            new CashPayment { Id = 5, Amount = 5m, Coins = null }
        ];
    }
}
