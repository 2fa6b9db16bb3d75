package dev.enit;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.enit.cli.Main;
import dev.enit.core.node.SelfCommand;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Tests the invariants of ARCHITECTURE.md that the compiled classes show. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          // target/test-classes, and wherever else tests are compiled to.
          .withImportOption(location -> !location.contains("/test-"))
          .importPackages("dev.enit");

  @Test
  void theClassesAreThere() {
    Set<String> layers = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      layers.add(type.getPackageName().split("\\.", -1)[2]);
    }
    assertEquals(Set.of("cli", "core", "grammar", "lsp"), layers);
  }

  @Test
  void layersDependDownwardsOnly() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("dev.enit.cli..")
            .layer("lsp")
            .definedBy("dev.enit.lsp..")
            .layer("core")
            .definedBy("dev.enit.core..")
            .layer("grammar")
            .definedBy("dev.enit.grammar..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("lsp")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("core")
            .mayOnlyBeAccessedByLayers("cli", "lsp")
            .whereLayer("grammar")
            .mayOnlyBeAccessedByLayers("cli", "lsp", "core"));
  }

  @Test
  void theProtocolStopsAtLsp() {
    onlyIn("dev.enit.lsp..", "org.eclipse.lsp4j..");
  }

  @Test
  void antlrStopsAtTheParser() {
    onlyIn("dev.enit.grammar.parse..", "org.antlr..");
  }

  @Test
  void jinterfaceStopsAtTheNode() {
    onlyIn("dev.enit.core.node..", "com.ericsson.otp..");
  }

  @Test
  void picocliStopsAtTheCommandLine() {
    onlyIn("dev.enit.cli..", "picocli..");
  }

  @Test
  void socketsAreOpenedForNodesAndTheProtocolOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.enit.core.node..", "dev.enit.lsp..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(ServerSocket|Socket|DatagramSocket|http\\..*)")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.nio\\.channels\\.(Server)?SocketChannel"));
  }

  /** The server waits for the end of the process that started it, which it only looks at. */
  @Test
  void processesAreStartedForNodesOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.enit.core.node..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(ProcessBuilder.*|Process)"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.enit.core.node..", "dev.enit.lsp..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessHandle"));
  }

  /** A file that another user put in place may be a FIFO, a device, or too large. */
  @Test
  void filesAreReadThroughRegularFile() {
    check(
        noClasses()
            .that()
            // Those read files of the kernel, of the system, and what enit itself writes.
            .resideOutsideOfPackages("dev.enit.core.host..", "dev.enit.core.node..")
            .and()
            .resideOutsideOfPackage("dev.enit.core.posix..")
            .should()
            .callMethodWhere(
                target(owner(type(Files.class)))
                    .and(
                        target(
                            nameMatching(
                                "read(AllBytes|String|AllLines)|lines|new(InputStream|BufferedReader|ByteChannel)")))));
  }

  /** Standard output is the protocol's, or the command line's. */
  @Test
  void theCoreDoesNotPrint() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.enit.core..", "dev.enit.grammar..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void termsKnowNothingOfParsing() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.enit.grammar.term..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.enit.grammar.parse.."));
  }

  @Test
  void whatIsInstalledKnowsNothingOfReleases() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.enit.core.otp..", "dev.enit.core.source..", "dev.enit.core.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.enit.core.release..",
                "dev.enit.core.config..",
                "dev.enit.core.workspace..",
                "dev.enit.core.check..",
                "dev.enit.core.diagnostics..",
                "dev.enit.core.ide.."));
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    check(slices().matching("dev.enit.(**)").should().beFreeOfCycles());
  }

  /** What commands share is in {@code command} and {@code terminal}. */
  @Test
  void commandsDoNotDependOnEachOther() {
    check(
        slices()
            .matching("dev.enit.cli.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                alwaysTrue(),
                resideInAnyPackage("dev.enit.cli.command..", "dev.enit.cli.terminal..")));
  }

  @Test
  void processesAreRecognisedByTheClassThatStartsThem() {
    assertEquals(Main.class.getName(), SelfCommand.MAIN_CLASS);
  }

  @Test
  void namesAreNoExcuses() {
    for (String name : List.of("Util", "Utils", "Manager", "Helper", "Impl")) {
      check(classes().should().haveSimpleNameNotEndingWith(name));
    }
    check(classes().should().haveSimpleNameNotStartingWith("Abstract"));
  }

  private static void onlyIn(String home, String library) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(home)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
