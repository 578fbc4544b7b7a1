package io.sluice.testkit;

import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All tests of one contract, each with an object of its own, without JUnit. */
final class ContractRun {

  private final Class<? extends SinkContract> contract;
  private final Path folder;

  private ContractRun(Class<? extends SinkContract> contract, Path folder) {
    this.contract = contract;
    this.folder = folder;
  }

  /** The messages of the tests that fail or are left out, by name. */
  static Map<String, String> failures(Class<? extends SinkContract> contract, Path folder)
      throws Exception {
    Map<String, String> failures = new TreeMap<>();
    var run = new ContractRun(contract, folder);
    for (Method test : SinkContract.class.getDeclaredMethods()) {
      if (test.isAnnotationPresent(Test.class)) {
        run.failure(test).ifPresent(thrown -> failures.put(test.getName(), thrown.getMessage()));
      }
    }
    return failures;
  }

  private Optional<Throwable> failure(Method test) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Constructor<? extends SinkContract> constructor = contract.getDeclaredConstructor();
    constructor.setAccessible(true);
    SinkContract made = constructor.newInstance();
    made.world = Files.createDirectory(folder.resolve(test.getName()));
    made.guardTheStreamsOfTheProcess();
    try {
      test.invoke(made);
      return Optional.empty();
    } catch (InvocationTargetException failed) {
      return Optional.of(failed.getTargetException());
    } finally {
      System.setOut(out);
      System.setErr(err);
      Thread.interrupted();
    }
  }
}
