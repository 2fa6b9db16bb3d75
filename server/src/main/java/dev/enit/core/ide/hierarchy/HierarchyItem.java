package dev.enit.core.ide.hierarchy;

import dev.enit.core.ide.navigation.NavigationTarget;

/**
 * One line of a hierarchy.
 *
 * @param detail such as the version; often empty
 * @param target where it stands
 */
public record HierarchyItem(DependencyNode dependant, String detail, NavigationTarget target) {}
