package com.gammareplay.model;

/**
 * An option of an index that expires with its session.
 *
 * @param strike in points
 */
public record OptionContract(int strike, Right right) {}
