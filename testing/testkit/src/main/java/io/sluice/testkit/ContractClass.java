package io.sluice.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test class of a sink, made ready without JUnit: its methods before all and before each test are
 * called if they take no parameters, and it gets its temporary folders. Extensions are not started.
 */
final class ContractClass {

  private ContractClass() {}

  static SinkContract open(String name, Path folder) throws Exception {
    Class<?> type = Class.forName(name);
    call(type, null, BeforeAll.class);
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    var contract = (SinkContract) constructor.newInstance();
    for (Class<?> each : lineage(type)) {
      for (Field field : each.getDeclaredFields()) {
        if (field.isAnnotationPresent(TempDir.class) && field.getType() == Path.class) {
          field.setAccessible(true);
          field.set(contract, Files.createTempDirectory(folder, "dir"));
        }
      }
    }
    call(type, contract, BeforeEach.class);
    return contract;
  }

  private static void call(Class<?> type, @Nullable Object owner, Class<? extends Annotation> when)
      throws ReflectiveOperationException {
    for (Class<?> each : lineage(type)) {
      for (Method method : each.getDeclaredMethods()) {
        boolean isOwners = Modifier.isStatic(method.getModifiers()) == (owner == null);
        if (isOwners && method.isAnnotationPresent(when) && method.getParameterCount() == 0) {
          method.setAccessible(true);
          method.invoke(owner);
        }
      }
    }
  }

  /** The class and those it extends, the outermost first; without the contract itself. */
  private static List<Class<?>> lineage(Class<?> type) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each = type; each != SinkContract.class; each = each.getSuperclass()) {
      all.add(each);
    }
    Collections.reverse(all);
    return all;
  }
}
