"""The tree of units: what each is called, and what an officer may type."""

from __future__ import annotations

from attendance.rules.units import Tree, Unit

UNITS = [
    Unit(1, "Sekretariat Daerah"),
    Unit(2, "Bagian Umum", 1),
    Unit(3, "Dinas Contoh"),
    Unit(4, "Bagian  umum", 3),
    Unit(5, "Bagian Hukum", 1),
]


def test_a_name_is_enough_where_no_other_unit_bears_it() -> None:
    tree = Tree(UNITS)
    assert tree.label(5) == "Bagian Hukum"
    assert tree.label(2) == "Sekretariat Daerah / Bagian Umum"
    assert tree.label(4) == "Dinas Contoh / Bagian  umum"


def test_paths_and_names_are_found_without_regard_to_case_and_spaces() -> None:
    tree = Tree(UNITS)
    assert tree.path(2) == ("Sekretariat Daerah", "Bagian Umum")
    assert (tree.at(["SEKRETARIAT  DAERAH", "bagian umum"]), tree.at(["Bagian Umum"])) == (2, None)
    assert tree.find("bagian hukum") == (5,)
    assert tree.find("BAGIAN UMUM") == (2, 4)
    assert tree.find("dinas contoh / bagian umum") == (4,)
    assert tree.find("Bagian Agama") == ()


def test_a_unit_and_all_below_it() -> None:
    tree = Tree(UNITS)
    assert tree.within([1]) == {1, 2, 5}
    assert tree.within([2, 3]) == {2, 3, 4}
    assert tree.within([1, 2]) == {1, 2, 5}
    assert tree.within([]) == frozenset()


def test_a_unit_that_is_gone_confuses_no_name_and_keeps_its_own() -> None:
    tree = Tree(UNITS, gone=[3, 4])
    assert tree.label(2) == "Bagian Umum"
    assert tree.find("Bagian Umum") == (2,)
    assert tree.find("Dinas Contoh") == tree.find("Dinas Contoh / Bagian umum") == ()
    assert (tree.label(3), tree.label(4)) == ("Dinas Contoh", "Dinas Contoh / Bagian  umum")
    assert tree.at(["Dinas Contoh"]) == 3


def test_a_path_may_leave_out_what_is_above_it() -> None:
    tree = Tree([*UNITS, Unit(6, "Hilang", 1), Unit(7, "Hilang", 3)], gone={6})
    assert tree.meant(["Dinas Contoh"]) == (("Dinas Contoh",),)
    assert tree.meant(["dinas contoh", "Bidang X"]) == (("Dinas Contoh", "Bidang X"),)
    assert tree.meant(["bagian hukum", "Subbag Y"]) == (("Sekretariat Daerah", "Bagian Hukum", "Subbag Y"),)
    assert tree.meant(["bagian umum"]) == (("Sekretariat Daerah", "Bagian Umum"), ("Dinas Contoh", "Bagian  umum"))
    assert tree.meant(["Hilang"]) == (("Dinas Contoh", "Hilang"),)
    assert tree.meant(["Badan Baru", "Bidang X"]) == (("Badan Baru", "Bidang X"),)
    assert tree.meant(["Badan Baru", "Bagian Hukum"]) == (("Badan Baru", "Bagian Hukum"),)
