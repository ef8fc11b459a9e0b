"""Packs: find, load, check and version a pack; render its prompts and phrases."""

from summarizer.packs.check import Problem, check_pack
from summarizer.packs.choose import choose_pack
from summarizer.packs.find import bundled, pack_names, search_path
from summarizer.packs.load import LoadedPack, find_packs, load_pack
from summarizer.packs.phrases import phrase
from summarizer.packs.prompts import Message, Prompt

__all__ = [
    "LoadedPack",
    "Message",
    "Problem",
    "Prompt",
    "bundled",
    "check_pack",
    "choose_pack",
    "find_packs",
    "load_pack",
    "pack_names",
    "phrase",
    "search_path",
]
