package io.sluice.cli;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What others can see of classes: a block each, a line for each member, in a fixed order. */
final class ApiListing {
  private static final int SHOWN =
      Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

  private ApiListing() {}

  static String of(Stream<Class<?>> classes) {
    return classes
        .filter(ApiListing::isVisible)
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .map(ApiListing::block)
        .collect(joining("\n"));
  }

  private static boolean isVisible(Class<?> type) {
    boolean open = isOpen(type.getModifiers());
    Class<?> around = type.getDeclaringClass();
    return open && !type.isAnonymousClass() && (around == null || isVisible(around));
  }

  private static String block(Class<?> type) {
    List<String> members = new ArrayList<>();
    visible(type.getDeclaredFields()).map(ApiListing::line).forEach(members::add);
    visible(type.getDeclaredConstructors()).map(ApiListing::line).forEach(members::add);
    visible(type.getDeclaredMethods()).map(ApiListing::line).forEach(members::add);
    String sorted = members.stream().sorted().map(line -> "  " + line + "\n").collect(joining());
    return head(type) + "\n" + sorted;
  }

  private static String head(Class<?> type) {
    String supers =
        Stream.concat(
                Optional.<Type>ofNullable(type.getGenericSuperclass()).stream(),
                Stream.of(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .filter(name -> !name.equals("java.lang.Object"))
            .collect(joining(", "));
    return modifiers(type.getModifiers())
        + kind(type)
        + " "
        + type.getName()
        + variables(type.getTypeParameters())
        + (supers.isEmpty() ? "" : " : " + supers)
        + (type.isSealed() ? " permits " + heirs(type) : "");
  }

  private static String heirs(Class<?> type) {
    return Stream.of(type.getPermittedSubclasses())
        .map(Class::getName)
        .sorted()
        .collect(joining(", "));
  }

  private static String kind(Class<?> type) {
    if (type.isInterface()) {
      return "interface";
    }
    return type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
  }

  private static String line(Field field) {
    return modifiers(field.getModifiers())
        + field.getGenericType().getTypeName()
        + " "
        + field.getName();
  }

  private static String line(Constructor<?> made) {
    return modifiers(made.getModifiers()) + "new(" + parameters(made) + ")" + thrown(made);
  }

  private static String line(Method method) {
    String type = method.getGenericReturnType().getTypeName();
    String start = modifiers(method.getModifiers()) + (method.isDefault() ? "default " : "");
    return start
        + variables(method.getTypeParameters())
        + type
        + " "
        + method.getName()
        + "("
        + parameters(method)
        + ")"
        + thrown(method);
  }

  private static String parameters(Executable called) {
    return names(called.getGenericParameterTypes());
  }

  private static String thrown(Executable called) {
    String types = names(called.getGenericExceptionTypes());
    return types.isEmpty() ? "" : " throws " + types;
  }

  private static String names(Type[] types) {
    return Arrays.stream(types).map(Type::getTypeName).collect(joining(", "));
  }

  private static String variables(TypeVariable<?>[] variables) {
    String all =
        Stream.of(variables)
            .map(variable -> variable.getName() + " : " + names(variable.getBounds()))
            .map(text -> text.replace(" : java.lang.Object", ""))
            .collect(joining(", "));
    return all.isEmpty() ? "" : "<" + all + "> ";
  }

  private static String modifiers(int modifiers) {
    String words = Modifier.toString(modifiers & SHOWN);
    return words.isEmpty() ? "" : words + " ";
  }

  private static <T extends Member> Stream<T> visible(T[] members) {
    return Stream.of(members)
        .filter(member -> !member.isSynthetic() && isOpen(member.getModifiers()));
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
