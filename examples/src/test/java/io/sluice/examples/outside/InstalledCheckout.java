package io.sluice.examples.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a checkout from which everything was installed as it is published, Javadoc included.
 * It takes minutes, so all classes of a run share one.
 */
final class InstalledCheckout implements ParameterResolver {

  /** The build that runs these tests has asked Error Prone already. */
  private static final String PUBLISHED = " -Prelease -Derrorprone=-g";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Checkout.class;
  }

  @Override
  public Checkout resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(InstalledCheckout.class))
        .computeIfAbsent(Installation.class, key -> Installation.begin(), Installation.class)
        .checkout();
  }

  /** The folder of the checkout and of what is written beside it, for one run of tests. */
  private record Installation(Path world, Checkout checkout) implements AutoCloseable {

    static Installation begin() {
      try {
        Path world = Files.createTempDirectory("outside");
        Checkout checkout = Checkout.into(world);
        String install = Walkthrough.read().commands().get(0).strip();
        checkout.run(checkout.folder(), install + PUBLISHED);
        return new Installation(world, checkout);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while installing", stopped);
      }
    }

    @Override
    public void close() throws IOException {
      Files.walkFileTree(
          world,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
