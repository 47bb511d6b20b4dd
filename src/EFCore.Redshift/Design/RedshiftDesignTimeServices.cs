using EFCore.Redshift.Scaffolding;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Redshift.Design;

/// <summary>What <c>dotnet ef</c> needs of the provider; named by the assembly's <see cref="DesignTimeProviderServicesAttribute" />.</summary>
internal sealed class RedshiftDesignTimeServices : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection)
    {
        serviceCollection.AddEntityFrameworkRedshift();

        new EntityFrameworkRelationalDesignServicesBuilder(serviceCollection)
            .TryAdd<IAnnotationCodeGenerator, RedshiftAnnotationCodeGenerator>()
            .TryAdd<IDatabaseModelFactory, RedshiftDatabaseModelFactory>()
            .TryAdd<IProviderConfigurationCodeGenerator, RedshiftCodeGenerator>()
            .TryAddCoreServices();
    }
}
