package dev.enit.core.ide.hierarchy;

import dev.enit.core.ide.navigation.Target;

/**
 * One line of a hierarchy.
 *
 * @param detail such as the version; often empty
 * @param target where it stands
 */
public record HierarchyItem(Dependant dependant, String detail, Target target) {}
