package io.sluice.tokens;

import com.knuddels.jtokkit.api.EncodingType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The vocabularies there are, newest first. */
public enum TokenEncoding {
  /** GPT-4o and what came after it. */
  O200K_BASE(EncodingType.O200K_BASE),
  /** GPT-3.5, GPT-4 and the embedding models. */
  CL100K_BASE(EncodingType.CL100K_BASE),
  /** The last completion models before them. */
  P50K_BASE(EncodingType.P50K_BASE),
  /** GPT-2 and GPT-3. */
  R50K_BASE(EncodingType.R50K_BASE);

  private final EncodingType type;

  TokenEncoding(EncodingType type) {
    this.type = type;
  }

  /** The encoding of that name, such as {@code "o200k_base"}. */
  public static Optional<TokenEncoding> named(String name) {
    return Arrays.stream(values()).filter(encoding -> encoding.word().equals(name)).findFirst();
  }

  /** All names, in the order of the constants. */
  public static List<String> names() {
    return Arrays.stream(values()).map(TokenEncoding::word).toList();
  }

  /** The name that everyone gives it. */
  public String word() {
    return type.getName();
  }

  EncodingType type() {
    return type;
  }
}
